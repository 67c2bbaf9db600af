import { beforeEach, describe, expect, it } from "vitest";
import { drain } from "../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../supabase/functions/job-scheduler/sweep-predictions.ts";
import { ask } from "../fixtures/ask.ts";
import { newDraftOf } from "../fixtures/pieces.ts";
import { atelier, owner, setStage, shelf, sql, tools } from "../fixtures/worker-stage.ts";

setStage();

let draftId: string;
beforeEach(async () => {
  draftId = await newDraftOf(sql, owner, ["image", "text", "music", "cover", "model3d"], 1);
});

const request = (pieces: string[] | null = null, options = {}) =>
  ask<string>(
    sql,
    owner,
    (db) =>
      db`select public.request_generation(${draftId}, null, null, ${pieces}, ${sql.json(options)}) as answer`,
  );
const left = async (parentId: string) =>
  (
    await sql`select count(*)::int as n from public.jobs where parent_id = ${parentId} and status in ('pending', 'processing')`
  )[0]?.n;

/** Works and collects until nothing of a request is left. */
async function work(parentId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await drain(tools);
        await sql`update public.predictions set checked_at = null where status = 'open'`;
        await sweepPredictions(tools);
        return left(parentId);
      },
      { timeout: 300_000, interval: 50 },
    )
    .toBe(0);
}

const asked = async (model: string) =>
  (await atelier.ledger()).calls.filter((call) => call.model === model && call.prediction).length;

describe("a universe that the worker makes", () => {
  it("has pictures, figures, texts, music and a cover, all stored under their content", async () => {
    const parentId = await request();
    await work(parentId);
    expect(
      await sql`select type, error_code, error_message from public.jobs where parent_id = ${parentId} and status <> 'completed'`,
    ).toEqual([]);
    const [card] = await ask<Record<string, unknown>[]>(
      sql,
      owner,
      (db) => db`select public.list_draft_assets(${draftId}) as answer`,
    );
    expect(card).toMatchObject({
      status: "ready",
      image_path: expect.stringMatching(/\.webp$/),
      model3d_path: expect.stringMatching(/\.glb$/),
    });
    const texts = card?.texts as Record<string, { alt_text: string | null }>;
    expect([texts.de?.alt_text, texts.en?.alt_text].every((text) => text && text.length > 10)).toBe(true);
    const draft = await ask<Record<string, string>>(
      sql,
      owner,
      (db) => db`select public.get_draft(${draftId}) as answer`,
    );
    for (const path of [card?.image_path, card?.model3d_path, draft.music_path, draft.cover_path])
      expect(shelf.files.has(`draft-media/${path}`)).toBe(true);
    const [music] =
      await sql`select duration_ms, mime_type from public.draft_versions where draft_id = ${draftId} and piece = 'music'`;
    expect(music?.mime_type).toBe("audio/mpeg");
    expect(Math.abs(music?.duration_ms - 24_000)).toBeLessThan(4500);
  }, 400_000);

  it("pays once for a figure of the same picture, whatever its address was", async () => {
    await work(await request(["image", "model3d"]));
    const before = await asked("atelier/model3d");
    expect(shelf.signed).toBeGreaterThan(0);
    await sql`update public.draft_assets set model3d_version_id = null`;
    // The same seed again, as somebody who restores and asks again would have it.
    await sql`update public.draft_asset_versions set seed = seed - 1 where piece = 'model3d'`;
    const again = await request(["model3d"]);
    await work(again);
    expect(await asked("atelier/model3d")).toBe(before);
    expect((await sql`select status, credits from public.jobs where parent_id = ${again}`)[0]).toEqual({
      status: "completed",
      credits: 0,
    });
  }, 400_000);
});

describe("names that were made for a deck before", () => {
  it("are taken over in the languages of another deck too", async () => {
    const nameIn = async (languages: string[]) => {
      const id = await ask<string>(
        sql,
        owner,
        (db) =>
          db`select public.create_draft('ocean', p_count => 1, p_languages => ${languages}::public.language[]) as answer`,
      );
      const [card] = await sql`
        insert into public.draft_assets (draft_id, sort_order, concept) values (${id}, 0, 'whale') returning id`;
      const parentId = await ask<string>(
        sql,
        owner,
        (db) => db`select public.request_generation(${id}, ${[card?.id]}::uuid[], null, '{names}') as answer`,
      );
      await work(parentId);
      const names =
        await sql`select language, name from public.draft_asset_translations where asset_id = ${card?.id} order by language`;
      return Object.fromEntries(names.map(({ language, name }) => [language, name]));
    };
    expect(await nameIn(["de"])).toMatchObject({ de: "Wal" });
    const before = await asked("atelier/names");
    expect(await nameIn(["fr", "es"])).toMatchObject({ fr: "baleine", es: "ballena" });
    expect(await asked("atelier/names")).toBe(before);
  }, 400_000);
});

describe("a piece that cannot be made", () => {
  it("leaves the others standing", async () => {
    const parentId = await request(["image", "music"]);
    await sql`update public.jobs set payload = payload || '{"duration": 99}' where parent_id = ${parentId} and type = 'generate_music'`;
    await work(parentId);
    expect(
      await sql`select type, status, error_code from public.jobs where parent_id = ${parentId} order by type::text`,
    ).toEqual([
      { type: "generate_concepts", status: "completed", error_code: null },
      { type: "generate_image", status: "completed", error_code: null },
      { type: "generate_music", status: "failed", error_code: "invalid_payload" },
    ]);
  }, 400_000);
});
