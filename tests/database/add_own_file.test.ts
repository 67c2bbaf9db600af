import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claimPieces, completePiece, drainPieces, setUpModels } from "../fixtures/pieces.ts";
import { addOwn, cardOf, ownFile, ownVoice, readCard } from "../fixtures/versions.ts";
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
  place = await cardOf(sql, cast.owner, ["image", "speech"]);
});

const spoken = async (language = "de") =>
  (await readCard(sql, cast.owner, place.draftId)).texts[language]?.speech_path;
const speakAgain = () =>
  ask(
    sql,
    cast.owner,
    (db) =>
      db`select public.regenerate_asset(${place.draftId}, ${place.card}, p_pieces => '{speech}') as answer`,
  );

describe("a picture of one's own", () => {
  it("is shown at once and kept as a version that no model made", async () => {
    const file = ownFile("mine");
    expect((await addOwn(sql, place, file)).image_path).toBe(file.storage_path);
    const [version] = await sql`
      select origin, seed, job_id, prompt, width from public.draft_asset_versions where sha256 = ${file.sha256}`;
    expect(version).toEqual({ origin: "uploaded", seed: null, job_id: null, prompt: "", width: 800 });
  });

  it("keeps its mean colour, which children see until it is loaded", async () => {
    const file = ownFile("coloured", { placeholder_color: "#336699" });
    await addOwn(sql, place, file);
    const [version] = await sql`
      select placeholder_color from public.draft_asset_versions where sha256 = ${file.sha256}`;
    expect(version).toEqual({ placeholder_color: "#336699" });
  });

  it("that is sent twice is one version, the newest", async () => {
    await addOwn(sql, place, ownFile("mine"));
    await addOwn(sql, place, ownFile("another"));
    await addOwn(sql, place, ownFile("mine"));
    const versions = await sql`
      select sha256 from public.draft_asset_versions
      where asset_id = ${place.card} and origin = 'uploaded' order by created_at desc`;
    expect(versions.map(({ sha256 }) => sha256)).toEqual([ownFile("mine").sha256, ownFile("another").sha256]);
  });

  it("finishes a card that has none, and its draft", async () => {
    await sql`update public.draft_assets set image_version_id = null, status = 'failed', error_code = 'x' where id = ${place.card}`;
    expect(await addOwn(sql, place, ownFile("mine"))).toMatchObject({ status: "ready", error_code: null });
    expect((await sql`select status from public.drafts where id = ${place.draftId}`)[0]?.status).toBe(
      "ready",
    );
  });
});

describe("a name that a person recorded", () => {
  it("is what the card says, and remembers the words that were said", async () => {
    await sql`update public.draft_asset_translations set speak_as = 'Wahl' where asset_id = ${place.card} and language = 'de'`;
    const file = ownVoice("hello");
    await addOwn(sql, place, file, "de");
    expect(await spoken()).toBe(file.storage_path);
    const [version] =
      await sql`select prompt, language from public.draft_asset_versions where sha256 = ${file.sha256}`;
    expect(version).toEqual({ prompt: "Wahl", language: "de" });
  });

  it("is not made again, nor paid for, when the voices of the card are", async () => {
    await sql`update public.models set credits = 2 where job_type = 'generate_speech'`;
    await addOwn(sql, place, ownVoice("hello"), "de");
    await speakAgain();
    const jobs = await claimPieces(sql);
    expect(jobs.map(({ payload }) => payload.language)).toEqual(["en"]);
    const [charged] =
      await sql`select credits from public.credit_entries order by created_at desc, id desc limit 1`;
    expect(charged?.credits).toBe(2);
    for (const job of jobs) await completePiece(sql, job);
    expect(await spoken()).toBe(ownVoice("hello").storage_path);
    await addOwn(sql, place, ownVoice("hello too"), "en");
    await expect(speakAgain()).rejects.toMatchObject({ message: "nothing_to_do" });
  });

  it("stays when a model says the name that it was asked for before", async () => {
    await speakAgain();
    const jobs = await claimPieces(sql);
    await addOwn(sql, place, ownVoice("hello"), "de");
    for (const job of jobs) await completePiece(sql, job);
    expect(await spoken()).toBe(ownVoice("hello").storage_path);
    const made = await sql`
      select from public.draft_asset_versions where asset_id = ${place.card} and language = 'de' and origin = 'made'`;
    expect(made).toHaveLength(2);
  });

  it("stays, stale, when the name is made anew", async () => {
    await addOwn(sql, place, ownVoice("hello"), "de");
    await sql`update public.draft_asset_translations set name = 'Blauwal', speech_version_id = null
      where asset_id = ${place.card}`;
    expect(await spoken()).toBe(ownVoice("hello").storage_path);
    expect(await spoken("en")).toBeNull();
    expect((await readCard(sql, cast.owner, place.draftId)).stale).toContain("speech");
  });

  it("goes with its card", async () => {
    await addOwn(sql, place, ownVoice("hello"), "de");
    await sql`delete from public.draft_assets where id = ${place.card}`;
    expect(await sql`select from public.draft_asset_versions where asset_id = ${place.card}`).toHaveLength(0);
  });

  it("needs a name", async () => {
    await expect(
      addOwn(sql, place, ownVoice("x"), "it").then(() => addOwn(sql, place, ownVoice("x"), "it")),
    ).resolves.toBeDefined();
    await sql`delete from public.draft_asset_translations where asset_id = ${place.card} and language = 'es'`;
    await expect(addOwn(sql, place, ownVoice("x"), "es")).rejects.toMatchObject({
      message: "validation_failed",
    });
  });
});

it("knows no card of another draft", async () => {
  const other = await cardOf(sql, cast.owner, ["image"]);
  await expect(addOwn(sql, { ...place, card: other.card }, ownFile("x"))).rejects.toMatchObject({
    message: "not_found",
  });
  await drainPieces(sql);
});

it("is for the function alone that judged the file", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(
      ask(
        sql,
        cast[person],
        (db) =>
          db`select public.add_own_file(${place.draftId}, ${place.card}, 'image', null, '{}') as answer`,
      ),
    ).rejects.toMatchObject(notGranted);
});
