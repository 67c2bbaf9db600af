import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import type { Claimed } from "../fixtures/engine.ts";
import { claimPieces, completePiece, drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let cards: string[];

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
});
beforeEach(async () => {
  await drainPieces(sql);
  cast = await newCast(sql);
  draftId = await newDraftOf(sql, cast.owner, ["image"], 2);
  await request(null, null);
  await drainPieces(sql);
  cards = (await sql`select id from public.draft_assets where draft_id = ${draftId} order by sort_order`).map(
    ({ id }) => id,
  );
});

const request = (assetIds: string[] | null, pieces: string[] | null, options: object = {}) =>
  ask<string>(
    sql,
    cast.owner,
    (db) =>
      db`select public.request_generation(${draftId}, ${assetIds}::uuid[], null, ${pieces}, ${sql.json(options as never)}) as answer`,
  );
const again = () => request(null, ["failed"]);
const price = () =>
  ask<{ jobs: number; refusal: string | null }>(
    sql,
    cast.owner,
    (db) => db`select public.get_preflight(p_draft_id => ${draftId}, p_pieces => '{failed}') as answer`,
  );
/** Lets the jobs fail that are meant, and makes all others. */
async function work(isBad: (job: Claimed) => boolean): Promise<void> {
  for (let jobs = await claimPieces(sql); jobs.length > 0; jobs = await claimPieces(sql))
    for (const job of jobs)
      await (isBad(job)
        ? sql`select public.fail_job(${job.id}, ${job.attempt}, 'content_flagged', 'No.', null, false)`
        : completePiece(sql, job));
}
const waiting = async () =>
  [
    ...(await sql`
      select type::text, asset_id, payload from public.jobs
      where draft_id = ${draftId} and status = 'pending' and not is_parent order by type::text, payload ->> 'language'`),
  ] as unknown as Pick<Claimed, "type" | "asset_id" | "payload">[];
const errors = async () =>
  (await sql`select error_code from public.draft_assets where draft_id = ${draftId} order by sort_order`).map(
    ({ error_code }) => error_code,
  );

describe("a request for what failed", () => {
  it("makes that and nothing else that is missing too", async () => {
    await sql`update public.drafts set pieces = '{image,text,video,music}' where id = ${draftId}`;
    await request([cards[0] ?? ""], ["text"]);
    await work(() => true);
    expect(await errors()).toEqual(["content_flagged", null]);
    expect(await price()).toMatchObject({ jobs: 1, refusal: null });
    await again();
    expect(await waiting()).toMatchObject([{ type: "generate_text", asset_id: cards[0] }]);
    await drainPieces(sql);
    expect(await errors()).toEqual([null, null]);
    expect(await price()).toMatchObject({ jobs: 0, refusal: "nothing_to_do" });
    await expect(again()).rejects.toMatchObject({ message: "nothing_to_do" });
  });

  it("makes a picture again that could not be made anew, from the words of today", async () => {
    await request([cards[1] ?? ""], ["image"]);
    await work(() => true);
    await sql`update public.draft_assets set image_prompt = 'a kind whale' where id = ${cards[1] ?? ""}`;
    await again();
    expect(await waiting()).toMatchObject([
      { type: "generate_image", asset_id: cards[1], payload: { prompt: "a kind whale" } },
    ]);
  });

  it("brings a film back that waited for its picture, as it was wished for", async () => {
    await request([cards[0] ?? ""], ["image", "video"], { video: { duration: 8 } });
    await work(({ type }) => type === "generate_image");
    await again();
    expect(await waiting()).toMatchObject([
      { type: "generate_image" },
      { type: "generate_video", payload: { duration: 8 } },
    ]);
    expect((await drainPieces(sql)).at(-1)).toBe("generate_video");
    expect(await errors()).toEqual([null, null]);
  });

  it("speaks only the languages that failed, and those of the deck", async () => {
    await request([cards[0] ?? ""], ["speech"]);
    await drainPieces(sql);
    await request([cards[0] ?? ""], ["speech"]);
    await work(({ payload }) => payload.language === "de");
    await again();
    expect((await waiting()).map(({ payload }) => payload.language)).toEqual(["de"]);
    await work(() => true);
    await sql`update public.drafts set languages = '{en}' where id = ${draftId}`;
    await expect(again()).rejects.toMatchObject({ message: "nothing_to_do" });
  });

  it("makes names anew where that failed, and only then", async () => {
    await request([cards[0] ?? ""], ["names"]);
    await work(() => true);
    await again();
    expect(await waiting()).toMatchObject([{ type: "translate", payload: { is_anew: true } }]);
  });

  it("makes music and graphics of the universe again by their kind, with their wishes", async () => {
    await request([], ["music", "logo", "poster"], { music: { mood: "calm" } });
    await work(({ payload }) => payload.kind !== "poster");
    await again();
    expect(await waiting()).toMatchObject([
      { type: "generate_graphic", payload: { kind: "logo" } },
      { type: "generate_music", payload: { mood: "calm" } },
    ]);
  });

  it("leaves alone what was stopped, and what was made, brought along or begun since", async () => {
    const parentId = await request(cards, ["image", "text"]);
    await work(({ asset_id, type }) => asset_id === cards[0] && type === "generate_image");
    const stopped = await request([cards[1] ?? ""], ["text"]);
    await ask(sql, cast.owner, (db) => db`select public.cancel_job(${stopped})::text as answer`);
    const file = { sha256: "a".repeat(64), mime_type: "image/png", size_bytes: 9, width: 8, height: 8 };
    await sql`
      insert into public.draft_asset_versions (asset_id, piece, sha256, storage_path, mime_type, size_bytes, width, height, prompt, origin)
      values (${cards[0] ?? ""}, 'image', ${file.sha256}, ${`${cast.owner.sub}/d/${file.sha256}.png`}, ${file.mime_type}, 9, 8, 8, '', 'uploaded')`;
    await sql`select private.settle_choice(${draftId}, ${cards[0] ?? ""})`;
    expect(await errors()).toEqual([null, null]);
    await expect(again()).rejects.toMatchObject({ message: "nothing_to_do" });
    expect((await sql`select status from public.jobs where id = ${parentId}`)[0]?.status).toBe("completed");
  });

  it("of a card whose jobs were cleaned up makes what the card lacks", async () => {
    await request([cards[0] ?? ""], ["image"]);
    await work(() => true);
    await sql`update public.draft_assets set image_version_id = null, status = 'failed' where id = ${cards[0] ?? ""}`;
    await sql`delete from public.jobs where draft_id = ${draftId}`;
    await again();
    expect(await waiting()).toMatchObject([{ type: "generate_image", asset_id: cards[0] }]);
  });

  it("of such a card keeps the names that somebody typed, where one is missing", async () => {
    const card = cards[0] ?? "";
    await sql`delete from public.draft_asset_translations where asset_id = ${card} and language = 'en'`;
    await sql`update public.draft_assets set error_code = 'timeout', status = 'failed' where id = ${card}`;
    await sql`update public.drafts set pieces = '{image,names}' where id = ${draftId}`;
    await sql`delete from public.jobs where draft_id = ${draftId}`;
    await again();
    expect(await waiting()).toContainEqual(
      expect.objectContaining({ type: "translate", payload: expect.objectContaining({ is_anew: false }) }),
    );
  });

  it("takes no cards: what failed is known", async () => {
    await expect(request([cards[0] ?? ""], ["failed"])).rejects.toMatchObject({
      message: "validation_failed",
    });
  });
});
