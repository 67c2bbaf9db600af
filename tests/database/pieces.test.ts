import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { drain } from "../fixtures/engine.ts";
import { claimPieces, completePiece, drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
});
beforeEach(async () => {
  await drain(sql);
  await drainPieces(sql);
  cast = await newCast(sql);
});

interface Wish {
  assetIds?: string[] | null;
  pieces?: string[] | null;
  options?: postgres.JSONValue;
}
const request = (draftId: string, { assetIds = null, pieces = null, options = {} }: Wish = {}) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.request_generation(${draftId}, ${assetIds}::uuid[], null, ${pieces}::text[],
      ${sql.json(options)}) as answer`,
  );
const jobsOf = (parentId: string) =>
  sql`select id, type, weight, unmet_dependencies, payload, asset_id, credits from public.jobs where parent_id = ${parentId}`;
const typesOf = async (parentId: string) => (await jobsOf(parentId)).map(({ type }) => type as string).sort();
const draftOf = async (id: string) => (await sql`select * from public.drafts where id = ${id}`)[0];
const cardsOf = async (id: string) =>
  (await ask<Record<string, unknown>[]>(
    sql,
    cast.owner,
    (db) => db`select public.list_draft_assets(${id}) as answer`,
  )) as { id: string; status: string; progress: number; [field: string]: unknown }[];

const everything = ["image", "video", "model3d", "text", "speech", "music", "cover"];

describe("a universe of everything", () => {
  it("is planned with its whole price and weight before the first card is known", async () => {
    const draftId = await newDraftOf(sql, cast.owner, everything);
    const [parent] = await sql`select * from public.jobs where id = ${await request(draftId)}`;
    // Concepts; two cards of picture, film, figure, text and two voices; music; cover.
    expect(parent).toMatchObject({ planned_steps: 15, planned_weight: 1 + 2 * (4 + 8 + 4 + 1 + 2) + 4 + 2 });
    expect(await typesOf(parent?.id)).toEqual(["generate_concepts", "generate_music"]);
    const prices = await sql`select job_type, credits from public.models where is_active`;
    const price = (type: string) => Number(prices.find(({ job_type }) => job_type === type)?.credits);
    const card = ["image", "video", "model3d", "text", "speech", "speech"];
    expect(parent?.credits).toBe(
      2 * card.reduce((sum, piece) => sum + price(`generate_${piece}`), 0) +
        price("generate_concepts") +
        price("generate_music") +
        price("generate_graphic"),
    );
  });

  it("is made piece by piece: films wait for their picture, graphics for the cards", async () => {
    const draftId = await newDraftOf(sql, cast.owner, everything);
    const parentId = await request(draftId);
    for (const job of await claimPieces(sql)) await completePiece(sql, job);
    const jobs = await jobsOf(parentId);
    const cover = jobs.find(({ type }) => type === "generate_graphic");
    expect(cover?.payload).toMatchObject({
      kind: "cover",
      concepts: ["whale", "crab"],
      names: ["whale de", "crab de"],
    });
    for (const { type, unmet_dependencies } of jobs)
      expect(unmet_dependencies).toBe(["generate_video", "generate_model3d"].includes(type) ? 1 : 0);
    const done = await drainPieces(sql);
    expect(done).toHaveLength(13);
    expect(done.indexOf("generate_video")).toBeGreaterThan(done.indexOf("generate_image"));
    const [card] = await cardsOf(draftId);
    expect(card).toMatchObject({
      status: "ready",
      progress: 100,
      image_path: expect.stringMatching(/\.webp$/),
      video_path: expect.stringMatching(/\.mp4$/),
      model3d_path: expect.stringMatching(/\.glb$/),
      texts: {
        de: { alt_text: "Ein Wal im Meer.", fun_fact: null, speech_path: expect.stringMatching(/\.wav$/) },
        en: { story: "Hi. Bye." },
        fr: { alt_text: null, speech_path: null },
      },
    });
    const draft = await ask(sql, cast.owner, (db) => db`select public.get_draft(${draftId}) as answer`);
    expect(draft).toMatchObject({
      status: "ready",
      music_path: expect.stringMatching(/\.mp3$/),
      cover_path: expect.stringMatching(/\.webp$/),
      poster_path: null,
      pieces: everything,
    });
    const [parent] = await sql`select status, progress from public.jobs where id = ${parentId}`;
    expect(parent).toEqual({ status: "completed", progress: 100 });
  });

  it("lacks nothing afterwards, and later only what it never had", async () => {
    const draftId = await newDraftOf(sql, cast.owner, everything);
    await request(draftId);
    await drainPieces(sql);
    await expect(request(draftId)).rejects.toMatchObject({ message: "nothing_to_do" });
    expect(await typesOf(await request(draftId, { pieces: ["image", "poster", "music"] }))).toEqual([
      "generate_graphic",
    ]);
  });
});

describe("pieces of some cards", () => {
  let draftId: string;
  let first: string;
  beforeEach(async () => {
    draftId = await newDraftOf(sql, cast.owner, ["image"]);
    await request(draftId);
    await drainPieces(sql);
    first = (await cardsOf(draftId))[0]?.id ?? "";
  });

  it("are made from the picture that is there, and brought one where there is none", async () => {
    const jobs = await jobsOf(await request(draftId, { assetIds: [first], pieces: ["video"] }));
    expect(jobs).toMatchObject([{ type: "generate_video", unmet_dependencies: 0, asset_id: first }]);
    await drainPieces(sql);
    await sql`update public.draft_assets set image_version_id = null, video_version_id = null where id = ${first}`;
    expect(await typesOf(await request(draftId, { pieces: ["video"] }))).toEqual([
      "generate_image",
      "generate_video",
      "generate_video",
    ]);
  });

  it("are made in the way that is asked for", async () => {
    const [video] = await jobsOf(
      await request(draftId, {
        assetIds: [first],
        pieces: ["video"],
        options: { video: { duration: 5, resolution: 1024 }, text: { tone: "calm" } },
      }),
    );
    expect(video?.payload).toMatchObject({ duration: 5, resolution: 1024, concept: "whale" });
    expect(video?.payload).not.toHaveProperty("tone");
  });

  it("wait for the voice that is to be heard in them", async () => {
    const jobs = await jobsOf(
      await request(draftId, {
        assetIds: [first],
        pieces: ["video", "speech"],
        options: { video: { voice_language: "de" } },
      }),
    );
    const german = jobs.find(({ payload }) => payload.language === "de");
    const video = jobs.find(({ type }) => type === "generate_video");
    expect(await sql`select depends_on_id from public.job_dependencies where job_id = ${video?.id}`).toEqual([
      { depends_on_id: german?.id },
    ]);
  });

  it("of a whole universe are made anew when no card is named", async () => {
    expect(await typesOf(await request(draftId, { assetIds: [], pieces: ["music", "logo"] }))).toEqual([
      "generate_graphic",
      "generate_music",
    ]);
  });

  it("show the card at work until the last of them, with what failed said of it", async () => {
    const parentId = await request(draftId, { assetIds: [first], pieces: ["video", "text"] });
    const jobs = await claimPieces(sql);
    for (const job of jobs.filter(({ type }) => type === "generate_text")) await completePiece(sql, job);
    const [busy] = await cardsOf(draftId);
    expect(busy).toMatchObject({ status: "generating" });
    expect(busy?.progress).toBeGreaterThan(0);
    const video = jobs.find(({ type }) => type === "generate_video");
    if (!video) throw new Error("no film");
    await sql`select public.fail_job(${video.id}, ${video.attempt}, 'prompt_blocked', 'No.', null, false)`;
    expect((await cardsOf(draftId))[0]).toMatchObject({
      status: "ready",
      progress: 100,
      error_code: "prompt_blocked",
      video_path: null,
    });
    // What failed alone is done again.
    await ask(sql, cast.owner, (db) => db`select public.retry_job(${parentId}) as answer`);
    expect(await drainPieces(sql)).toEqual(["generate_video"]);
    expect((await cardsOf(draftId))[0]).toMatchObject({ status: "ready", error_code: null });
  });

  it("are not begun when their picture fails, and are with it when it is tried again", async () => {
    const parentId = await request(draftId, { assetIds: [first], pieces: ["image", "video"] });
    const [image] = await claimPieces(sql);
    if (!image) throw new Error("no picture");
    await sql`select public.fail_job(${image.id}, ${image.attempt}, 'prompt_blocked', 'No.', null, false)`;
    expect(
      await sql`select type, status, error_code from public.jobs where parent_id = ${parentId} order by type`,
    ).toEqual([
      { type: "generate_image", status: "failed", error_code: "prompt_blocked" },
      { type: "generate_video", status: "cancelled", error_code: "dependency_failed" },
    ]);
    await ask(sql, cast.owner, (db) => db`select public.retry_job(${parentId}) as answer`);
    expect(await drainPieces(sql)).toEqual(["generate_image", "generate_video"]);
  });
});

describe("names", () => {
  it("fill in what is missing and leave what was typed, unless they are asked for anew", async () => {
    const draftId = await newDraftOf(sql, cast.owner, ["image"]);
    await request(draftId);
    await drainPieces(sql);
    const [card] = await cardsOf(draftId);
    const names = async () => (await cardsOf(draftId))[0]?.names;
    await sql`delete from public.draft_asset_translations where asset_id = ${card?.id ?? ""} and language in ('en', 'fr')`;
    await request(draftId, { pieces: ["names"] });
    await drainPieces(sql);
    expect(await names()).toMatchObject({ fr: "baleine", en: "whale", de: "whale de", it: "whale it" });
    const [job] = await jobsOf(await request(draftId, { assetIds: [card?.id ?? ""], pieces: ["names"] }));
    expect(job?.payload).toMatchObject({ label: "whale de", language: "de", is_anew: true });
    await sql`update public.draft_asset_translations set name = 'falsch', speak_as = 'falsch' where asset_id = ${card?.id ?? ""} and language = 'en'`;
    await drainPieces(sql);
    expect(await names()).toMatchObject({ de: "whale de", en: "whale" });
  });
});

describe("what cannot be asked for", () => {
  it("are pieces that nobody knows, none at all, and pieces whose model is not set up", async () => {
    const draftId = await newDraftOf(sql, cast.owner, ["image"]);
    for (const pieces of [["soul"], []])
      await expect(request(draftId, { pieces })).rejects.toMatchObject({ message: "validation_failed" });
    await sql`update public.models set is_active = false where job_type = 'generate_speech'`;
    await expect(request(draftId, { pieces: ["image", "speech"] })).rejects.toMatchObject({
      message: "model_not_configured",
      code: "PT503",
      detail: "No model is set up for speech.",
    });
    await sql`update public.models set is_active = true where job_type = 'generate_speech'`;
    expect(await sql`select from public.jobs where draft_id = ${draftId}`).toHaveLength(0);
  });
});

describe("pieces of one card made again", () => {
  const again = (draftId: string, assetId: string, pieces: string[], key: string | null = null) =>
    ask<string>(
      sql,
      cast.owner,
      (db) =>
        db`select public.regenerate_asset(${draftId}, ${assetId}, null, null, ${key}, ${pieces}) as answer`,
    );

  it("are one job, or one request of several, which its key finds again", async () => {
    const draftId = await newDraftOf(sql, cast.owner, ["image"]);
    await request(draftId);
    await drainPieces(sql);
    const [card, other] = await cardsOf(draftId);
    const alone = await again(draftId, card?.id ?? "", ["video"]);
    expect((await sql`select type, parent_id from public.jobs where id = ${alone}`)[0]).toEqual({
      type: "generate_video",
      parent_id: null,
    });
    await drainPieces(sql);
    const several = await again(draftId, card?.id ?? "", ["image", "video", "text"], "key");
    expect(await typesOf(several)).toEqual(["generate_image", "generate_text", "generate_video"]);
    expect(await again(draftId, card?.id ?? "", ["image"], "key")).toBe(several);
    await expect(again(draftId, other?.id ?? "", ["image"], "key")).rejects.toThrow("validation_failed");
    await drainPieces(sql);
    await expect(again(draftId, card?.id ?? "", ["music"])).rejects.toThrow("validation_failed");
    expect((await draftOf(draftId))?.status).toBe("ready");
    expect(
      await sql`select from public.draft_asset_versions where asset_id = ${card?.id ?? ""} and piece = 'video'`,
    ).toHaveLength(2);
  });
});
