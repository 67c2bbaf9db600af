import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claimPieces, completePiece, drainPieces, setUpModels } from "../fixtures/pieces.ts";
import {
  addOwn,
  type CardRecord,
  cardOf,
  makeAgain,
  ownFile,
  ownVoice,
  readCard,
} from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let place: { draftId: string; card: string };

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
});

beforeEach(async () => {
  place = await cardOf(sql, cast.owner, ["image", "video", "model3d", "speech"]);
});

const restore = (versionId: string, person: keyof Cast = "owner", { draftId, card } = place) =>
  ask<CardRecord>(
    sql,
    cast[person],
    (db) => db`select public.restore_asset_version(${draftId}, ${card}, ${versionId}) as answer`,
  );
const versionsOf = async (piece: string) =>
  (
    await sql`select id, storage_path from public.draft_asset_versions
      where asset_id = ${place.card} and piece = ${piece} and language is distinct from 'en' order by created_at`
  ).map((row) => ({ id: row.id as string, storage_path: row.storage_path as string }));
const draft = async () =>
  (await sql`select revision::integer, status from public.drafts where id = ${place.draftId}`)[0];

describe("a version that is restored", () => {
  it("is what the card shows, and a newer one can be restored again", async () => {
    await makeAgain(sql, cast.owner, place, ["image"]);
    const [first, second] = await versionsOf("image");
    const before = await draft();
    expect((await restore(first?.id ?? "")).image_path).toBe(first?.storage_path);
    expect((await draft())?.revision).toBe(before?.revision + 1);
    expect((await restore(second?.id ?? "")).image_path).toBe(second?.storage_path);
    expect(await versionsOf("image")).toHaveLength(2);
  });

  it("makes the film and the figure stale that show another picture, until theirs is back", async () => {
    await addOwn(sql, place, ownFile("mine"));
    expect((await readCard(sql, cast.owner, place.draftId)).stale).toEqual(["video", "model3d"]);
    const [made] = await versionsOf("image");
    expect((await restore(made?.id ?? "")).stale).toEqual([]);
  });

  it("takes back the approval of the card that it changes", async () => {
    await makeAgain(sql, cast.owner, place, ["image"]);
    await sql`update public.draft_assets set approved_at = now() where id = ${place.card}`;
    const [first] = await versionsOf("image");
    expect((await restore(first?.id ?? "")).is_approved).toBe(false);
  });

  it("may be a spoken name, a film or a figure", async () => {
    await addOwn(sql, place, ownVoice("hello"), "de");
    await makeAgain(sql, cast.owner, place, ["video", "model3d"]);
    for (const piece of ["speech", "video", "model3d"]) {
      const [first] = await versionsOf(piece);
      const card = await restore(first?.id ?? "");
      const shown = piece === "speech" ? card.texts.de?.speech_path : card[`${piece}_path` as "video_path"];
      expect(shown).toBe(first?.storage_path);
    }
  });

  it("brings a card without a picture back to life, and its draft with it", async () => {
    await sql`update public.draft_assets set image_version_id = null, status = 'failed', error_code = 'x' where id = ${place.card}`;
    await sql`select private.settle_draft(${place.draftId})`;
    const [first] = await versionsOf("image");
    expect(await restore(first?.id ?? "")).toMatchObject({
      status: "ready",
      progress: 100,
      error_code: null,
    });
    expect((await draft())?.status).toBe("ready");
  });

  it("gives way to what is being made meanwhile", async () => {
    await ask(
      sql,
      cast.owner,
      (db) => db`select public.regenerate_asset(${place.draftId}, ${place.card}) as answer`,
    );
    const [job] = await claimPieces(sql);
    const [first] = await versionsOf("image");
    expect((await restore(first?.id ?? "")).status).toBe("generating");
    if (job) await completePiece(sql, job);
    const [, second] = await versionsOf("image");
    expect((await readCard(sql, cast.owner, place.draftId)).image_path).toBe(second?.storage_path);
  });

  it("is announced to whoever looks at the draft", async () => {
    const [first] = await versionsOf("image");
    await makeAgain(sql, cast.owner, place, ["image"]);
    await sql`delete from realtime.messages`;
    await restore(first?.id ?? "");
    const told = await sql`
      select payload #>> '{record,image_path}' as path from realtime.messages where payload ->> 'table' = 'draft_assets'`;
    expect(told.map(({ path }) => path)).toContain(first?.storage_path);
  });
});

it("knows no version of another card, and none that is gone", async () => {
  const [mine] = await versionsOf("image");
  const other = await cardOf(sql, cast.owner, ["image"]);
  const absent = { code: "PT404", message: "not_found" };
  await expect(restore(mine?.id ?? "", "owner", other)).rejects.toMatchObject(absent);
  await expect(restore(mine?.id ?? "", "owner", { ...place, draftId: other.draftId })).rejects.toMatchObject(
    absent,
  );
  await expect(restore(crypto.randomUUID())).rejects.toMatchObject(absent);
  await drainPieces(sql);
});

it("is for the owner of the draft", async () => {
  const [first] = await versionsOf("image");
  for (const person of ["stranger", "support", "admin"] as const)
    await expect(restore(first?.id ?? "", person)).rejects.toMatchObject({ message: "not_found" });
  await expect(restore(first?.id ?? "", "anonymous")).rejects.toMatchObject(notGranted);
});
