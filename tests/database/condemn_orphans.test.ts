import type postgres from "postgres";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type Claimed, claim, copyFiles, finishedDraft } from "../fixtures/engine.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let job: Claimed;
let path: string;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

/** A publication whose worker has found that its one file lies in the public bucket already. */
beforeEach(async () => {
  await sql`truncate storage.objects cascade`;
  await sql`delete from private.condemned_files`;
  const draftId = await finishedDraft(sql, cast.owner, 1);
  await ask(sql, cast.owner, (db) => db`select public.request_publish(${draftId}, 'public') as answer`);
  [job] = (await claim(sql)) as [Claimed];
  await copyFiles(sql, job.id);
  const [file] = await sql`select path from private.publication_files where job_id = ${job.id}`;
  path = file?.path;
});

const complete = () => sql`select public.complete_job(${job.id}, ${job.attempt}, '{}')`;
const condemn = async (now = new Date(Date.now() + 90_000_000)) =>
  (await sql`select name from public.condemn_orphans(10, ${now})`).map(({ name }) => name);

it("is for the worker alone, as is saying that they are removed", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const) {
    await expect(
      ask(sql, cast[person], (db) => db`select count(*) as answer from public.condemn_orphans(10)`),
    ).rejects.toMatchObject(notGranted);
    await expect(
      ask(sql, cast[person], (db) => db`select public.forget_condemned('{}') as answer`),
    ).rejects.toMatchObject(notGranted);
  }
  expect(
    await ask(sql, cast.worker, (db) => db`select count(*)::int as answer from public.condemn_orphans(10)`),
  ).toBe(0);
});

it("names nothing that a publication on its way has, nor later its release", async () => {
  expect(await condemn()).toEqual([]);
  await complete();
  expect(await condemn()).toEqual([]);
});

it("gives each orphan to one scheduler, until that one is given up", async () => {
  await sql`delete from private.publications`;
  expect(await condemn()).toEqual([path]);
  expect(await condemn()).toEqual([]);
  expect(await condemn(new Date(Date.now() + 91_000_000))).toEqual([path]);
});

it("lets no release appear whose file is being removed, until it is known what became of it", async () => {
  await sql`insert into private.condemned_files values (${path}, now())`;
  await expect(complete()).rejects.toMatchObject({ code: "40001" });
  await sql`truncate storage.objects cascade`;
  await sql`select public.forget_condemned(${[path]})`;
  await expect(complete()).rejects.toMatchObject({ code: "40001" });
  await copyFiles(sql, job.id);
  await complete();
  expect(await sql`select from private.release_files where path = ${path}`).toHaveLength(1);
});

it("forgets what a scheduler that died had begun to remove", async () => {
  await sql`insert into private.condemned_files values (${path}, now() - interval '8 minutes')`;
  await complete();
  await condemn(new Date());
  expect(await sql`select from private.condemned_files`).toHaveLength(0);
});

it("waits for a release that is just being shown, and then leaves its files alone", async () => {
  const shown = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const showing = sql.begin(async (db) => {
    await db`select public.complete_job(${job.id}, ${job.attempt}, '{}')`;
    shown.resolve();
    await mayCommit.promise;
  });
  await shown.promise;
  const sweeping = condemn();
  const isWaiting = async () =>
    (await sql`select from pg_locks where locktype = 'advisory' and not granted`).length > 0;
  while (!(await isWaiting())) await new Promise(setImmediate);
  mayCommit.resolve();
  await showing;
  expect(await sweeping).toEqual([]);
});
