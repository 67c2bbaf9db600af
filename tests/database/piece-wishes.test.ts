import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { claimPieces, completePiece, drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;
let card: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
});
beforeEach(async () => {
  await drainPieces(sql);
  cast = await newCast(sql);
  draftId = await newDraftOf(sql, cast.owner, ["image", "text"], 1);
  await request(null, null);
  await drainPieces(sql);
  card = (await sql`select id from public.draft_assets where draft_id = ${draftId}`)[0]?.id;
});

const request = (assetIds: string[] | null, pieces: unknown[] | null, options: unknown = {}) =>
  ask<string>(
    sql,
    cast.owner,
    (
      db,
    ) => db`select public.request_generation(${draftId}, ${assetIds}::uuid[], null, ${pieces as string[]}::text[],
      ${sql.json(options as postgres.JSONValue)}) as answer`,
  );
const again = (pieces: string[], options: unknown = {}) =>
  ask<string>(
    sql,
    cast.owner,
    (db) => db`select public.regenerate_asset(${draftId}, ${card}, null, null, null, ${pieces},
      ${sql.json(options as postgres.JSONValue)}) as answer`,
  );
const jobsOf = (parentId: string) =>
  sql`select type, credits, payload from public.jobs where parent_id = ${parentId} order by type::text`;
const refused = { code: "PT422", message: "validation_failed" };

describe("a piece that is named twice", () => {
  it("is made and paid once", async () => {
    const ofCard = await request([card], ["video", "video"]);
    expect(await jobsOf(ofCard)).toMatchObject([{ type: "generate_video" }]);
    const [parent] = await sql`select credits, planned_steps from public.jobs where id = ${ofCard}`;
    expect(parent).toEqual({ credits: (await jobsOf(ofCard))[0]?.credits, planned_steps: 1 });
    await drainPieces(sql);
    expect(await jobsOf(await request(null, ["music", "music", "logo", "music"]))).toMatchObject([
      { type: "generate_graphic" },
      { type: "generate_music" },
    ]);
  });

  it("is noted once in a draft that is to be made of it", async () => {
    const id = await newDraftOf(sql, cast.owner, ["video", "image", "video"]);
    expect((await sql`select pieces from public.drafts where id = ${id}`)[0]?.pieces).toEqual([
      "video",
      "image",
    ]);
  });
});

describe("the name on a cover", () => {
  const titleIn = async (language?: string) => {
    const parent = await request([], ["cover"], language ? { cover: { language } } : {});
    const [job] = await jobsOf(parent);
    await drainPieces(sql);
    const { title, language: written, width } = job?.payload ?? {};
    return { title, written, width };
  };

  it("is that of the first language, or of another one that the universe has", async () => {
    await sql`update public.drafts set languages = '{fr,de}' where id = ${draftId}`;
    await sql`update public.draft_translations set name = upper(language::text) || ' name' where draft_id = ${draftId}`;
    expect(await titleIn()).toEqual({ title: "FR name", written: "fr", width: 1200 });
    expect(await titleIn("de")).toEqual({ title: "DE name", written: "de", width: 1200 });
    expect(await titleIn("it")).toEqual({ title: "FR name", written: "fr", width: 1200 });
  });
});

describe("how a piece is to be made", () => {
  const odd: Record<string, unknown> = {
    "no object": ["x", 5, [1], null, true],
    "no object for a piece": [{ video: "x" }, { video: [1] }, { video: null }, { "": {} }],
    "a piece without wishes, or none": [{ model3d: {} }, { speech: { text: "x" } }, { soul: {} }],
    "what is not for a caller to say": [
      { video: { seed: "no" } },
      { video: { image: "http://169.254.169.254/", prompt: "anything" } },
      { cover: { kind: "logo" } },
      { text: { concept: "x" } },
    ],
    "values within values, or without end": [
      { music: { mood: { a: 1 } } },
      { music: { mood: ["x"] } },
      { music: { mood: "x".repeat(1_200_000) } },
    ],
  };
  it.for(Object.entries(odd))("is refused as %s", async ([, list]) => {
    for (const options of list as unknown[]) {
      await expect(request([card], ["video"], options)).rejects.toMatchObject(refused);
      await expect(again(["video"], options)).rejects.toMatchObject(refused);
    }
    expect(
      await sql`select from public.jobs where draft_id = ${draftId} and type = 'generate_video'`,
    ).toHaveLength(0);
  });

  it("is taken over where it may be said", async () => {
    const options = {
      music: { mood: "calm", genre: null, language: "de", duration: 20 },
      cover: { width: 800 },
    };
    const [cover, music] = await jobsOf(await request([], ["music", "cover"], options));
    expect(music?.payload).toMatchObject(options.music);
    expect(cover?.payload).toMatchObject({ width: 800, height: 630 });
  });
});

describe("the style and size of pictures", () => {
  const paintings = async (parentId: string) =>
    (await jobsOf(parentId)).filter(({ type }) => /image|graphic/.test(type)).map(({ payload }) => payload);

  it("are those of the universe, for its cards and its cover", async () => {
    await sql`update public.drafts set style = 'watercolour' where id = ${draftId}`;
    const [cover] = await paintings(await request([], ["cover"]));
    await drainPieces(sql);
    const [image] = await paintings(await request([card], ["image", "text"]));
    expect([cover, image]).toMatchObject([
      { style: "watercolour", width: 1200 },
      { style: "watercolour", width: 1024, height: 1024 },
    ]);
  });

  it("are others where a request says so", async () => {
    const wish = { style: "papercut", width: 1024, height: 768 };
    const [image] = await paintings(await request([card], ["image", "text"], { image: wish }));
    expect(image).toMatchObject(wish);
    await drainPieces(sql);
    expect(
      (await sql`select payload from public.jobs where id = ${await again(["image"], { image: wish })}`)[0],
    ).toMatchObject({ payload: wish });
  });

  it("reach the cards that a request finds", async () => {
    draftId = await newDraftOf(sql, cast.owner, ["image", "cover"], 1);
    await sql`update public.drafts set style = 'papercut' where id = ${draftId}`;
    const parentId = await request(null, null);
    await drainPieces(sql);
    expect((await paintings(parentId)).map(({ style }) => style)).toEqual(["papercut", "papercut"]);
  });
});

describe("words that are asked for anew", () => {
  const seed = async (id: string) =>
    (await sql`select payload from public.jobs where id = ${id}`)[0]?.payload.seed;

  it("are made with another seed each time, since the same would bring back the same words", async () => {
    const [first] =
      await sql`select payload from public.jobs where asset_id = ${card} and type = 'generate_text'`;
    const seeds = [first?.payload.seed];
    for (const pieces of [["text"], ["text"]]) {
      seeds.push(await seed(await again(pieces)));
      await drainPieces(sql);
    }
    expect(new Set(seeds).size).toBe(3);
    const names = [await seed(await again(["names"]))];
    await drainPieces(sql);
    names.push(await seed(await again(["names"])));
    expect(new Set(names).size).toBe(2);
  });
});

describe("names", () => {
  it("come in the languages that there are, whatever else a result holds", async () => {
    await sql`delete from public.draft_asset_translations where asset_id = ${card}`;
    await again(["names"]);
    const [job] = await claimPieces(sql);
    const result = { names: { de: "Wal", en: null, it: "balena", xx: "?", "": "?" }, needs_review: true };
    await sql`select public.complete_job(${job?.id ?? ""}, ${job?.attempt ?? 0}, ${sql.json(result)})`;
    expect(
      await sql`select language, name, needs_review from public.draft_asset_translations where asset_id = ${card} order by language::text`,
    ).toEqual([
      { language: "de", name: "Wal", needs_review: true },
      { language: "it", name: "balena", needs_review: true },
    ]);
  });

  it("that a card does not have cannot be spoken, which is said", async () => {
    await sql`delete from public.draft_asset_translations where asset_id = ${card}`;
    await expect(again(["speech"])).rejects.toMatchObject({ code: "PT409", message: "nothing_to_do" });
    await expect(request([card], ["speech"])).rejects.toMatchObject({ message: "nothing_to_do" });
  });
});

describe("a request that began before there were other pieces", () => {
  it("makes the pictures of its cards", async () => {
    draftId = await newDraftOf(sql, cast.owner, ["image"], 1);
    const parentId = await request(null, null);
    await sql`update public.jobs set payload = '{}' where id = ${parentId}`;
    for (const job of await claimPieces(sql)) await completePiece(sql, job);
    expect(await drainPieces(sql)).toEqual(["generate_image"]);
  });
});
