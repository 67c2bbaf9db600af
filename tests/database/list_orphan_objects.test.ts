import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { drain, finishedDraft, publish } from "../fixtures/engine.ts";
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
const orphans = async (limit = 100) =>
  (await sql`select name from public.list_orphan_objects(${limit}, ${now})`).map(
    ({ name }) => name as string,
  );

it("is for the worker alone", async () => {
  await store("published", "a.webp");
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(
      ask(sql, cast[person], (db) => db`select count(*) as answer from public.list_orphan_objects(10)`),
    ).rejects.toMatchObject(notGranted);
  expect(
    await ask(sql, cast.worker, (db) => db`select name as answer from public.list_orphan_objects(10)`),
  ).toBe("a.webp");
});

it("lists what nothing uses, an hour after it was stored, the oldest first, as many as asked for", async () => {
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

  it("pictures of every release, and of a publication on its way", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    await publish(sql, cast.owner, draftId);
    const [released] = await sql`select image_path from public.release_assets order by release_id limit 1`;
    await store("published", released?.image_path);
    const next = await finishedDraft(sql, cast.owner, 1);
    await ask(sql, cast.owner, (db) => db`select public.request_publish(${next}, 'public') as answer`);
    const [job] =
      await sql`select payload -> 'assets' -> 0 ->> 'image_path' as path from public.jobs where type = 'publish' and status = 'pending'`;
    await store("published", job?.path);
    expect(await orphans()).toEqual([]);
    await sql`update public.jobs set status = 'cancelled', completed_at = now() where type = 'publish' and status = 'pending'`;
    expect(await orphans()).toEqual([job?.path]);
  });

  it("nothing for the sake of a file of the same name in the other bucket", async () => {
    const draftId = await finishedDraft(sql, cast.owner, 1);
    const [version] =
      await sql`select storage_path from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id where draft_id = ${draftId}`;
    await store("published", version?.storage_path);
    expect(await orphans()).toEqual([version?.storage_path]);
  });
});
