import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.ts";
import { claimPieces, completePiece, drainPieces, setUpModels } from "../fixtures/pieces.ts";
import { addOwn, cardOf, makeAgain, ownFile, ownVoice, readCard } from "../fixtures/versions.ts";
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
  place = await cardOf(sql, cast.owner, ["image", "video", "model3d", "speech", "text"]);
});

const stale = async () => (await readCard(sql, cast.owner, place.draftId)).stale;
const setCard = (change: postgres.Fragment) =>
  sql`update public.draft_assets set ${change} where id = ${place.card}`;
const setDraft = (change: postgres.Fragment) =>
  sql`update public.drafts set ${change} where id = ${place.draftId}`;
const setGerman = (change: postgres.Fragment) =>
  sql`update public.draft_asset_translations set ${change} where asset_id = ${place.card} and language = 'de'`;

it("nothing is stale that was just made", async () => {
  expect(await stale()).toEqual([]);
});

describe("a picture and a film", () => {
  it("are stale when their prompt is another one, until the old one is back", async () => {
    await setCard(sql`image_prompt = 'A blue whale'`);
    expect(await stale()).toEqual(["image"]);
    await setCard(sql`image_prompt = null, video_prompt = 'It sings'`);
    expect(await stale()).toEqual(["video"]);
    await setCard(sql`video_prompt = null`);
    expect(await stale()).toEqual([]);
  });

  it("are stale by what the universe says, unless the card says something itself", async () => {
    await setDraft(sql`image_prompt = 'A {concept} of wool', video_prompt = 'The {concept} rolls'`);
    expect(await stale()).toEqual(["image", "video"]);
    await makeAgain(sql, cast.owner, place, ["image", "video"]);
    expect(await stale()).toEqual(["model3d"]);
  });

  it("are stale when their card is another thing", async () => {
    await setCard(sql`concept = 'narwhal'`);
    expect(await stale()).toEqual(["image", "video"]);
  });
});

describe("a film and a figure", () => {
  it("are stale when the picture is another one", async () => {
    await makeAgain(sql, cast.owner, place, ["image"]);
    expect(await stale()).toEqual(["video", "model3d"]);
    await makeAgain(sql, cast.owner, place, ["model3d"]);
    expect(await stale()).toEqual(["video"]);
  });

  it("know the picture that they were given, also when another one came while they were made", async () => {
    await ask(
      sql,
      cast.owner,
      (db) =>
        db`select public.regenerate_asset(${place.draftId}, ${place.card}, p_pieces => '{video}') as answer`,
    );
    const [film] = await claimPieces(sql);
    if (!film) throw new Error("no film");
    await sql`select public.get_job_sources(${film.id}, ${film.attempt})`;
    await addOwn(sql, place, ownFile("in between"));
    await completePiece(sql, film);
    expect(await stale()).toEqual(["video", "model3d"]);
  });

  it("of a later attempt that adopts an earlier one's show the picture of that time", async () => {
    await ask(
      sql,
      cast.owner,
      (db) =>
        db`select public.regenerate_asset(${place.draftId}, ${place.card}, p_pieces => '{video}') as answer`,
    );
    const [film] = await claimPieces(sql);
    if (!film) throw new Error("no film");
    await sql`select public.get_job_sources(${film.id}, 1)`;
    const [gate] = await sql`select public.record_prediction(${film.id}, 1, '{}', 'film') as answer`;
    const prediction = gate?.answer.prediction_id;
    await sql`select public.fail_job(${film.id}, 1, 'internal', 'x', null, true, 0)`;
    await addOwn(sql, place, ownFile("in between"));
    await sql`update public.jobs set run_at = now() where id = ${film.id}`;
    const [again] = await claimPieces(sql);
    expect(again).toMatchObject({ id: film.id, attempt: 2 });
    await sql`select public.get_job_sources(${film.id}, 2)`;
    await sql`select public.save_prediction(${prediction}, 2, 'external')`;
    if (again) await completePiece(sql, again);
    expect(await stale()).toEqual(["video", "model3d"]);
  });
});

describe("a teacher's own picture", () => {
  it("is never stale itself, whatever the prompt", async () => {
    await addOwn(sql, place, ownFile("mine"));
    await setCard(sql`image_prompt = 'A blue whale'`);
    expect(await stale()).toEqual(["video", "model3d"]);
  });
});

describe("a spoken name", () => {
  it("is stale when the name or how to say it is another one", async () => {
    await setGerman(sql`name = 'Blauwal'`);
    expect(await stale()).toEqual(["speech", "text"]);
    await setGerman(
      sql`speak_as = (select prompt from public.draft_asset_versions where id = speech_version_id)`,
    );
    expect(await stale()).toEqual(["text"]);
  });

  it("is stale too when a person said the older name", async () => {
    await addOwn(sql, place, ownVoice("Wal"), "de");
    expect(await stale()).toEqual([]);
    await setGerman(sql`speak_as = 'Wahl'`);
    expect(await stale()).toEqual(["speech"]);
  });

  it("of a language that the universe has no more counts for nothing", async () => {
    await setGerman(sql`name = 'Blauwal'`);
    await setDraft(sql`languages = '{en}'`);
    expect(await stale()).toEqual([]);
  });
});

describe("texts", () => {
  it("are stale when they were written for another name, until they are written again", async () => {
    await setGerman(sql`name = 'Blauwal'`);
    await makeAgain(sql, cast.owner, place, ["speech"]);
    expect(await stale()).toEqual(["text"]);
    await setGerman(sql`alt_text = 'Ein Blauwal im Meer.'`);
    expect(await stale()).toEqual([]);
  });

  it("are stale from the beginning when the name changed while they were written", async () => {
    await ask(
      sql,
      cast.owner,
      (db) =>
        db`select public.regenerate_asset(${place.draftId}, ${place.card}, p_pieces => '{text}') as answer`,
    );
    const [job] = await claimPieces(sql);
    await setGerman(sql`name = 'Blauwal', speak_as = name`);
    if (job) await completePiece(sql, job);
    expect(await stale()).toEqual(["text"]);
    await makeAgain(sql, cast.owner, place, ["text"]);
    expect(await stale()).toEqual([]);
  });

  it("that were never written are not stale", async () => {
    await setGerman(sql`alt_text = null, fun_fact = null, story = null`);
    await setGerman(sql`name = 'Blauwal'`);
    expect(await stale()).toEqual(["speech"]);
  });
});

it("whoever looks at the draft is told when its prompt makes cards stale", async () => {
  await sql`delete from realtime.messages`;
  await setDraft(sql`image_prompt = 'A {concept} of wool'`);
  const told = await sql`
    select payload -> 'record' -> 'stale' as stale from realtime.messages
    where topic = ${`draft:${place.draftId}`} and payload ->> 'table' = 'draft_assets'`;
  expect([...told]).toEqual([{ stale: ["image"] }]);
  await drainPieces(sql);
});
