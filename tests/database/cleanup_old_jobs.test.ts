import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { finishedDraft } from "../fixtures/engine.ts";
import { insertManyJobs } from "../fixtures/many-jobs.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

const now = "2026-06-30T12:00:00Z";

beforeAll(async () => {
  sql = await freshDatabase();
});

beforeEach(async () => {
  await sql`truncate public.jobs, public.kpi_daily, private.results cascade`;
  cast = await newCast(sql);
});

const clean = async (limit = 1000, days: number | null = null, at: string = now) =>
  (await sql`select public.cleanup_old_jobs(${limit}, ${days}, ${at}) as n`)[0]?.n as number;

/** A job that ended (or, without an end, waits). Returns its id. */
async function add(status: string, endedAt: string | null, parentId: string | null = null): Promise<string> {
  const id = crypto.randomUUID();
  await sql.begin(async (db) => {
    await db`set local session_replication_role = replica`;
    await db`
      insert into public.jobs (id, parent_id, user_id, type, status, progress, completed_at, error_code)
      values (${id}, ${parentId}, ${cast.owner.sub ?? ""}, ${parentId ? "notify" : "generate_universe"}, ${status}, 100, ${endedAt},
        ${status === "failed" ? "x" : null})`;
  });
  return id;
}
const left = async () =>
  (await sql`select id from public.jobs order by completed_at`).map(({ id }) => id as string);

it("is for the worker alone", async () => {
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(
      ask(sql, cast[person], (db) => db`select public.cleanup_old_jobs() as answer`),
    ).rejects.toMatchObject(notGranted);
  expect(await ask(sql, cast.worker, (db) => db`select public.cleanup_old_jobs() as answer`)).toBe(0);
});

describe("what ended", () => {
  it("goes after seven days, after thirty when it failed, and not a moment earlier", async () => {
    await add("completed", "2026-06-23T11:59:59Z");
    await add("cancelled", "2026-06-23T11:59:59Z");
    const kept = [
      await add("failed", "2026-05-31T12:00:01Z"),
      await add("failed", "2026-06-23T11:59:59Z"),
      await add("completed", "2026-06-23T12:00:01Z"),
      await add("cancelled", "2026-06-23T12:00:02Z"),
    ];
    await add("failed", "2026-05-31T11:59:59Z");
    expect(await clean()).toBe(3);
    expect(await left()).toEqual(kept);
    expect(await clean()).toBe(0);
  });

  it("goes after as many days as are asked for, whatever it came to", async () => {
    await add("failed", "2026-06-28T11:00:00Z");
    await add("completed", "2026-06-28T11:00:00Z");
    const kept = [
      await add("completed", "2026-06-29T11:00:00Z"),
      await add("failed", "2026-06-30T11:00:00Z"),
    ];
    expect(await clean(1000, 2)).toBe(2);
    expect(await left()).toEqual(kept);
    const old = await add("completed", "2026-01-01T00:00:00Z");
    expect(await clean(1000, 400)).toBe(0);
    expect(await left()).toContain(old);
  });

  it("goes in batches, the oldest first", async () => {
    const ids = [];
    for (let n = 1; n <= 7; n += 1) ids.push(await add("completed", `2026-06-0${n}T00:00:00Z`));
    expect(await clean(3)).toBe(3);
    expect(await left()).toEqual(ids.slice(3));
    expect([await clean(3), await clean(3), await clean(3)]).toEqual([3, 1, 0]);
  });

  it("is counted once by two that clean at once", async () => {
    for (let n = 0; n < 40; n += 1) await add("completed", "2026-06-01T00:00:00Z");
    const counts = await Promise.all(Array.from({ length: 8 }, () => clean(7)));
    expect(counts.reduce((all, n) => all + n, 0)).toBe(40 - (await left()).length);
    while ((await clean(7)) > 0);
    expect(await left()).toEqual([]);
  });
});

describe("what is kept", () => {
  it("is a piece as long as its request, and all that runs or waits", async () => {
    const running = await add("processing", null);
    const piece = await add("completed", "2026-01-01T00:00:00Z", running);
    const failed = await add("failed", "2026-06-20T00:00:00Z");
    const made = await add("completed", "2026-06-10T00:00:00Z", failed);
    await add("pending", null);
    expect(await clean()).toBe(0);
    expect(await left()).toEqual(expect.arrayContaining([running, piece, failed, made]));
  });

  it("is what another job still waits for", async () => {
    const needed = await add("completed", "2026-01-01T00:00:00Z");
    const waiting = await add("pending", null);
    await sql`insert into public.job_dependencies (job_id, depends_on_id) values (${waiting}, ${needed})`;
    expect(await clean()).toBe(0);
    await sql`delete from public.jobs where id = ${waiting}`;
    expect(await clean()).toBe(1);
  });

  it("is the draft, its pictures and the ledger, without a link to what is gone", async () => {
    const draftId = await finishedDraft(sql, cast.owner);
    const before =
      await sql`select id, image_version_id, status from public.draft_assets where draft_id = ${draftId} order by id`;
    const [charged] =
      await sql`select count(*)::int as n from public.credit_entries where user_id = ${cast.owner.sub ?? ""}`;
    const [request] = await sql`select id from public.jobs where is_parent`;
    await sql`update public.drafts set active_job_id = ${request?.id} where id = ${draftId}`;
    const later = new Date(Date.now() + 8 * 86_400_000).toISOString();
    expect(await clean(1000, null, later)).toBe(1);
    for (const table of ["jobs", "job_events", "predictions", "job_dependencies"])
      expect(await sql`select from public.${sql(table)}`).toHaveLength(0);
    expect([
      ...(await sql`select id, image_version_id, status from public.draft_assets where draft_id = ${draftId} order by id`),
    ]).toEqual([...before]);
    const [draft] = await sql`select active_job_id, status from public.drafts where id = ${draftId}`;
    expect(draft).toEqual({ active_job_id: null, status: "ready" });
    const entries =
      await sql`select job_id from public.credit_entries where user_id = ${cast.owner.sub ?? ""}`;
    expect([...entries]).toEqual(Array.from({ length: charged?.n as number }, () => ({ job_id: null })));
  });

  it("is a result until nobody has asked for it for thirty days", async () => {
    await sql`insert into private.results (input_hash, type, result, created_at) values
      ('old', 'generate_image', '{}', '2026-05-31T11:59:59Z'), ('young', 'generate_image', '{}', '2026-05-31T12:00:01Z')`;
    await clean();
    expect([...(await sql`select input_hash from private.results`)]).toEqual([{ input_hash: "young" }]);
    await clean(1000, 1);
    expect(await sql`select from private.results`).toHaveLength(0);
  });
});

it("loses no figure of any day, whether it was counted before or not", async () => {
  await insertManyJobs(sql, 1200, { people: 5, days: 30, activeShare: 0.05, now: new Date(now) });
  const figures = async () => [
    ...(await sql`select * from public.kpi_daily where day < '2026-06-30' order by day, type`),
  ];
  const countAll = () =>
    sql`select public.rollup_kpis(d::date) from generate_series('2026-05-25'::date, '2026-06-29', '1 day') d`;
  await countAll();
  const before = await figures();
  expect(before.length).toBeGreaterThan(60);
  // As if the machine had slept through every other night.
  await sql`delete from public.kpi_daily where extract(day from day)::int % 2 = 0`;
  while ((await clean(20, 1)) > 0);
  await countAll();
  const [row] = await sql`select count(*)::int as n from public.jobs where completed_at < '2026-06-28'`;
  expect(row?.n).toBeLessThan(20);
  expect(await figures()).toEqual(before);
});
