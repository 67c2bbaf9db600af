import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { claimPieces, drainPieces, newDraftOf, setUpModels } from "../fixtures/pieces.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
  draftId = await newDraftOf(sql, cast.owner, ["image", "speech"], 1);
  await request(["image", "speech"]);
  await drainPieces(sql);
});

const request = (pieces: string[], options: postgres.JSONValue = {}, assetIds: string[] | null = null) =>
  ask<string>(
    sql,
    cast.owner,
    (db) =>
      db`select public.request_generation(${draftId}, ${assetIds}::uuid[], null, ${pieces}, ${sql.json(options)}) as answer`,
  );
const sources = async (id: string, attempt: number) =>
  (await sql`select public.get_job_sources(${id}, ${attempt}) as answer`)[0]?.answer;

it("gives the picture of the card, and its spoken name in the language that is asked for", async () => {
  await request(["video"], { video: { voice_language: "de" } });
  const [film] = await claimPieces(sql);
  if (!film) throw new Error("no film");
  const [image] =
    await sql`select storage_path, sha256, mime_type from public.draft_asset_versions where piece = 'image'`;
  const [voice] = await sql`
    select storage_path, sha256, mime_type from public.draft_asset_versions where piece = 'speech' and language = 'de'`;
  expect(await sources(film.id, film.attempt)).toEqual({ image, voice });
  await expect(sources(film.id, film.attempt + 1)).rejects.toMatchObject({ message: "stale_attempt" });
  await sql`update public.jobs set payload = payload - 'voice_language' where id = ${film.id}`;
  await sql`update public.draft_assets set image_version_id = null where draft_id = ${draftId}`;
  expect(await sources(film.id, film.attempt)).toEqual({ image: null, voice: null });
  await drainPieces(sql);
  await expect(sources(crypto.randomUUID(), 1)).rejects.toMatchObject({ message: "not_found" });
});

it("is for workers alone", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(
      ask(sql, cast[person], (db) => db`select public.get_job_sources(${crypto.randomUUID()}, 1) as answer`),
    ).rejects.toMatchObject(notGranted);
});
