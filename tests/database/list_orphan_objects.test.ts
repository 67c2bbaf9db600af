import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { copyFiles, drain, finishedDraft, publish } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

beforeEach(() => sql`truncate storage.objects cascade`);

const now = "2026-06-01T12:00:00Z";
const store = (bucket: string, name: string, at = "2026-06-01T10:00:00Z") =>
  sql`insert into storage.objects (bucket_id, name, created_at) values (${bucket}, ${name}, ${at})`;
const orphans = async (limit = 100, at = now) =>
  (await sql`select name from public.list_orphan_objects(${limit}, ${at})`).map(({ name }) => name as string);

it("is for the worker alone", async () => {
  await store("published", "a.webp", "2026-05-01T00:00:00Z");
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(
      ask(sql, cast[person], (db) => db`select count(*) as answer from public.list_orphan_objects(10)`),
    ).rejects.toMatchObject(notGranted);
  expect(
    await ask(sql, cast.worker, (db) => db`select name as answer from public.list_orphan_objects(10)`),
  ).toBe("a.webp");
});

it("lists what nothing uses, an hour after it was stored, in the public bucket a day, the oldest first, as many as asked for", async () => {
  await store("draft-media", "late.webp", "2026-06-01T11:00:01Z");
  await store("draft-media", "second.webp", "2026-06-01T10:59:58Z");
  await store("published", "first.webp", "2026-05-01T00:00:00Z");
  expect(await orphans()).toEqual(["first.webp", "second.webp"]);
  expect(await orphans(1)).toEqual(["first.webp"]);
  expect(await orphans(0)).toEqual([]);
});

describe("it leaves alone", () => {
  it("every version of a card's picture, also the ones before the last, until the draft is gone", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
    await ask(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}) as answer`);
    await drain(sql);
    const paths = (
      await sql`select storage_path from public.draft_asset_versions where asset_id = ${card?.id}`
    ).map((row) => row.storage_path as string);
    expect(paths).toHaveLength(2);
    for (const path of paths) await store("draft-media", path);
    expect(await orphans()).toEqual([]);
    await ask(sql, cast.owner, (db) => db`select public.delete_draft(${draftId}) as answer`);
    expect((await orphans()).sort()).toEqual([...paths].sort());
  });

  it("every piece of music and graphic of a universe, until the draft is gone", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const paths = ["music.mp3", "cover.webp"].map((name) => `${cast.owner.sub}/${draftId}/${name}`);
    for (const path of paths) {
      await store("draft-media", path);
      await sql`
        insert into public.draft_versions (draft_id, piece, sha256, storage_path, mime_type, size_bytes, prompt, seed, job_id)
        values (${draftId}, 'music', ${"0".repeat(64)}, ${path}, 'audio/mpeg', 1, '', 1, gen_random_uuid())`;
    }
    expect(await orphans()).toEqual([]);
    await sql`delete from public.draft_versions where storage_path = ${paths[0] ?? ""}`;
    expect(await orphans()).toEqual([paths[0]]);
    await ask(sql, cast.owner, (db) => db`select public.delete_draft(${draftId}) as answer`);
    expect((await orphans()).sort()).toEqual([...paths].sort());
  });

  it("what lies in the folder of a draft at work: the next result may be that very file", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const [card] = await sql`select id from public.draft_assets where draft_id = ${draftId}`;
    const path = `${cast.owner.sub}/${draftId}/${"0".repeat(64)}.webp`;
    await store("draft-media", path);
    expect(await orphans()).toEqual([path]);
    await ask(sql, cast.owner, (db) => db`select public.regenerate_asset(${draftId}, ${card?.id}) as answer`);
    expect(await orphans()).toEqual([]);
    await drain(sql);
    expect(await orphans()).toEqual([path]);
  });

  it("files of every release, and of a publication on its way, and for a day what was of neither", async () => {
    const aDayLater = "2026-06-02T10:00:01Z";
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await publish(sql, cast.owner, draftId);
    const next = await finishedDraft(sql, cast.owner, 1);
    const jobId = await ask<string>(
      sql,
      cast.owner,
      (db) => db`select public.request_publish(${next}, 'public') as answer`,
    );
    await copyFiles(sql, jobId);
    const [file] = await sql`select path from private.publication_files where job_id = ${jobId}`;
    await sql`update storage.objects set created_at = '2026-06-01T10:00:00Z'`;
    expect(await orphans(100, aDayLater)).toEqual([]);
    await sql`update public.jobs set status = 'cancelled', completed_at = now() where id = ${jobId}`;
    expect(await orphans(100, "2026-06-02T09:59:59Z")).toEqual([]);
    expect(await orphans(100, aDayLater)).toEqual([file?.path]);
  });

  it("what a publication is about to copy, also when it lies in the folder of another draft", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const copy = await ask<string>(
      sql,
      cast.owner,
      (db) => db`select public.duplicate_draft(${draftId}) as answer`,
    );
    const [version] =
      await sql`select storage_path from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id where draft_id = ${draftId}`;
    await store("draft-media", version?.storage_path);
    await ask(sql, cast.owner, (db) => db`select public.request_publish(${copy}, 'public') as answer`);
    for (const id of [draftId, copy]) await sql`delete from public.draft_assets where draft_id = ${id}`;
    expect(await orphans()).toEqual([]);
    await drain(sql);
    expect(await orphans()).toEqual([version?.storage_path]);
  });

  it("nothing for the sake of a file of the same name in the other bucket", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const [version] =
      await sql`select storage_path from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id where draft_id = ${draftId}`;
    await store("published", version?.storage_path, "2026-05-01T00:00:00Z");
    expect(await orphans()).toEqual([version?.storage_path]);
  });
});
