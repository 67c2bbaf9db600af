import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { setUpModels } from "../fixtures/pieces.ts";
import { addOwn, cardOf, makeAgain, ownFile, type VersionRecord } from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let place: { draftId: string; card: string };

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
  place = await cardOf(sql, cast.owner, ["image", "speech"]);
});

const list = (person: keyof Cast, piece = "image", language: string | null = null) =>
  ask<VersionRecord[] | null>(
    sql,
    cast[person],
    (db) =>
      db`select public.list_asset_versions(${place.draftId}, ${place.card}, ${piece}, ${language}) as answer`,
  );

describe("the versions of a piece", () => {
  it("come newest first, with where they come from and which one is shown", async () => {
    await makeAgain(sql, cast.owner, place, ["image"]);
    await addOwn(sql, place, ownFile("mine"));
    const versions = (await list("owner")) ?? [];
    expect(versions.map(({ origin, is_current }) => [origin, is_current])).toEqual([
      ["uploaded", true],
      ["made", false],
      ["made", false],
    ]);
    expect(versions[0]).toMatchObject({ piece: "image", language: null, seed: null, prompt: "", width: 800 });
    expect((versions[1]?.seed ?? 0) - (versions[2]?.seed ?? 0)).toBe(1);
  });

  it("of a spoken name are those of one language", async () => {
    const spoken = (await list("owner", "speech", "de")) ?? [];
    expect(spoken).toMatchObject([{ piece: "speech", language: "de", is_current: true, duration_ms: 900 }]);
    expect(await list("owner", "speech", "fr")).toEqual([]);
    expect(await list("owner", "video")).toEqual([]);
  });

  it("are the last five, and the one that is shown when it is older", async () => {
    const other = await cardOf(sql, cast.owner, ["image"]);
    for (let turn = 0; turn < 6; turn += 1) await makeAgain(sql, cast.owner, other, ["image"]);
    const [first] = await sql`
      select id from public.draft_asset_versions where asset_id = ${other.card} order by created_at limit 1`;
    await ask(
      sql,
      cast.owner,
      (db) =>
        db`select public.restore_asset_version(${other.draftId}, ${other.card}, ${first?.id}) as answer`,
    );
    const versions = await ask<VersionRecord[]>(
      sql,
      cast.owner,
      (db) => db`select public.list_asset_versions(${other.draftId}, ${other.card}, 'image') as answer`,
    );
    expect(versions.map(({ is_current }) => is_current)).toEqual([false, false, false, false, false, true]);
    expect(versions.at(-1)?.id).toBe(first?.id);
  });
});

it("is for whoever may read the card", async () => {
  expect((await list("owner"))?.length).toBe(3);
  expect((await list("support"))?.length).toBe(3);
  expect((await list("admin"))?.length).toBe(3);
  expect(await list("stranger")).toBeFalsy();
  await expect(list("anonymous")).rejects.toMatchObject(notGranted);
  const elsewhere = await ask(
    sql,
    cast.owner,
    (db) => db`select public.list_asset_versions(${crypto.randomUUID()}, ${place.card}, 'image') as answer`,
  );
  expect(elsewhere).toBeFalsy();
});
