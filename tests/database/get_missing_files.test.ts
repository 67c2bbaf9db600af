import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type Claimed, claim, finishedDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Missing {
  total: number;
  files: { path: string; storage_path: string }[];
}

let sql: postgres.Sql;
let cast: Cast;
let job: Claimed;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

beforeEach(async () => {
  const draftId = await finishedDraft(sql, cast.owner, 2);
  // Two cards with one and the same picture, a film, a spoken name and music: four files.
  const [version] =
    await sql`select v.* from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id where a.draft_id = ${draftId} limit 1`;
  await sql`
    update public.draft_asset_versions set sha256 = ${version?.sha256}, storage_path = ${version?.storage_path}
    where asset_id in (select id from public.draft_assets where draft_id = ${draftId})`;
  const add = async (piece: string, language: string | null, name: string) =>
    (
      await sql`
      insert into public.draft_asset_versions (asset_id, piece, language, sha256, storage_path, mime_type, size_bytes, width, height, prompt, origin)
      values (${version?.asset_id}, ${piece}, ${language}, encode(sha256(${name}::bytea), 'hex'), ${`x/${name}`}, 'x', 7, 720, 720, '', 'uploaded') returning id`
    )[0]?.id;
  await sql`update public.draft_assets set video_version_id = ${await add("video", null, "film.mp4")} where id = ${version?.asset_id}`;
  await sql`update public.draft_asset_translations set speech_version_id = ${await add("speech", "de", "wal.wav")}
    where asset_id = ${version?.asset_id} and language = 'de'`;
  const [music] = await sql`
    insert into public.draft_versions (draft_id, piece, sha256, storage_path, mime_type, size_bytes, prompt, seed, job_id)
    values (${draftId}, 'music', ${"0".repeat(64)}, 'x/music.mp3', 'audio/mpeg', 1, '', 1, gen_random_uuid()) returning id`;
  await sql`update public.drafts set music_version_id = ${music?.id} where id = ${draftId}`;
  await ask(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);
  [job] = (await claim(sql)) as [Claimed];
});

const missing = (attempt = job.attempt, person: keyof Cast = "worker") =>
  ask<Missing | null>(
    sql,
    cast[person],
    (db) => db`select public.get_missing_files(${job.id}, ${attempt}) as answer`,
  );

it("is for the worker that holds the job", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(missing(job.attempt, person)).rejects.toMatchObject(notGranted);
  await expect(missing(job.attempt + 1)).rejects.toMatchObject({ message: "stale_attempt" });
});

it("names every file of the universe once, under a name that its content gives, until it is in the public bucket", async () => {
  const before = await missing();
  expect(before?.total).toBe(4);
  expect(
    before?.files.map(({ storage_path }) => storage_path.split("/").pop()?.split(".").pop()).sort(),
  ).toEqual(["mp3", "mp4", "wav", "webp"]);
  for (const { path } of before?.files ?? [])
    expect(path).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]+$/);
  const [first, ...others] = before?.files ?? [];
  await sql`insert into storage.objects (bucket_id, name) values ('published', ${first?.path ?? ""}), ('draft-media', ${others[0]?.path ?? ""})`;
  expect(await missing()).toEqual({ total: 4, files: others });
});

it("becomes a release with all of them", async () => {
  for (const { path } of (await missing())?.files ?? [])
    await sql`insert into storage.objects (bucket_id, name) values ('published', ${path}) on conflict do nothing`;
  await sql`select public.complete_job(${job.id}, ${job.attempt}, '{}')`;
  const [release] = await sql`
    select r.music_path, (select count(*)::int from private.release_files where release_id = r.id) as files,
      (select jsonb_agg(jsonb_build_array(video_path, speech ->> 'de') order by video_path) from public.release_assets where release_id = r.id) as cards
    from public.releases r where r.job_id = ${job.id}`;
  expect(release).toEqual({
    music_path: `00/${"0".repeat(64)}.mp3`,
    files: 4,
    cards: [
      [expect.stringMatching(/\.mp4$/), expect.stringMatching(/\.wav$/)],
      [null, null],
    ],
  });
});

it("is null when nobody knows any more what was to be published", async () => {
  await sql`delete from private.publications where job_id = ${job.id}`;
  expect(await missing()).toBeNull();
});
