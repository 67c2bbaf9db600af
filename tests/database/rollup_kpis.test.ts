import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

beforeEach(() => sql`truncate public.jobs, public.kpi_daily cascade`);

interface Ended {
  type?: string;
  status?: string;
  at: string;
  ms?: number | null;
  estimate?: number | null;
  retries?: number;
  deaths?: number;
  credits?: number;
  predictions?: number[];
}

/** A job that has ended, as the engine would have left it. */
async function end(job: Ended): Promise<void> {
  const { type = "notify", status = "completed", at, ms = 1000, estimate = null } = job;
  const [row] = await sql.begin(async (db) => {
    await db`set local session_replication_role = replica`;
    return db`
      insert into public.jobs (user_id, type, status, progress, completed_at, error_code, actual_duration_ms,
        estimated_duration_ms, retry_count, death_count, credits)
      values (${cast.owner.sub ?? ""}, ${type}, ${status}, 100, ${at}, ${status === "failed" ? "x" : null}, ${ms}, ${estimate},
        ${job.retries ?? 0}, ${job.deaths ?? 0}, ${job.credits ?? 0}) returning id`;
  });
  for (const cost of job.predictions ?? [])
    await sql`insert into public.predictions (job_id, attempt, input, input_hash, cost_micros)
      values (${row?.id}, 1, '{}', gen_random_uuid()::text, ${cost})`;
}

const rollUp = (day: string) => sql`select public.rollup_kpis(${day}) as n`;
const figures = () =>
  sql`select k.*, k.day::text as day from public.kpi_daily k order by k.day, k.type::text`;

it("is for the worker alone; staff read what it wrote", async () => {
  await end({ at: "2026-06-01T12:00:00Z" });
  for (const person of ["owner", "stranger", "support", "admin", "anonymous"] as const)
    await expect(
      ask(sql, cast[person], (db) => db`select public.rollup_kpis('2026-06-01') as answer`),
    ).rejects.toMatchObject(notGranted);
  expect(await ask(sql, cast.worker, (db) => db`select public.rollup_kpis('2026-06-01') as answer`)).toBe(1);
  for (const [person, seen] of [
    ["owner", 0],
    ["support", 1],
    ["admin", 1],
  ] as const)
    expect(
      await ask(sql, cast[person], (db) => db`select count(*)::int as answer from public.kpi_daily`),
    ).toBe(seen);
});

describe("a day", () => {
  it("is counted by type, with what it cost and how long it took", async () => {
    for (const [index, ms] of [1000, 2000, 3000, 10_000].entries())
      await end({
        type: "generate_image",
        at: `2026-06-01T1${index}:00:00Z`,
        ms,
        estimate: 4000,
        credits: 2,
        predictions: [3000],
      });
    await end({
      type: "generate_image",
      status: "failed",
      at: "2026-06-01T15:00:00Z",
      ms: 99_000,
      retries: 3,
      credits: 2,
      predictions: [100, 200],
    });
    await end({
      type: "generate_image",
      status: "cancelled",
      at: "2026-06-01T16:00:00Z",
      ms: null,
      deaths: 2,
      credits: 2,
    });
    await end({
      type: "generate_universe",
      at: "2026-06-01T17:00:00Z",
      ms: 60_000,
      estimate: 30_000,
      credits: 8,
    });
    expect([...(await rollUp("2026-06-01"))]).toEqual([{ n: 2 }]);
    const [image, universe] = await figures();
    expect(image).toEqual({
      day: "2026-06-01",
      type: "generate_image",
      jobs: 6,
      completed: 4,
      failed: 1,
      cancelled: 1,
      retries: 3,
      worker_deaths: 2,
      predictions: 6,
      cost_micros: "12300",
      credits: "8",
      mean_ms: 4000,
      p50_ms: 2500,
      p95_ms: 8950,
      estimate_error_ms: 0,
    });
    // A request's credits are those of its pieces: they count once.
    expect(universe).toMatchObject({ jobs: 1, credits: "0", mean_ms: 60_000, estimate_error_ms: -30_000 });
  });

  it("is that of UTC, from its first moment to the last", async () => {
    for (const at of [
      "2028-02-28T23:59:59.999Z",
      "2028-02-29T00:00:00Z",
      "2028-02-29T23:59:59.999Z",
      "2028-03-01T00:00:00Z",
    ])
      await end({ at });
    await sql.begin(async (db) => {
      await db`set local timezone = 'America/New_York'`;
      await db`select public.rollup_kpis('2028-02-29')`;
    });
    expect((await figures()).map(({ day, jobs }) => [day, jobs])).toEqual([["2028-02-29", 2]]);
  });

  it("without jobs has no figures", async () => {
    expect([...(await rollUp("2026-06-01"))]).toEqual([{ n: 0 }]);
    expect(await figures()).toHaveLength(0);
  });

  it("is yesterday when none is named, and never mind what still runs", async () => {
    await sql`select public.enqueue_jobs(${sql.json([{ user_id: cast.owner.sub ?? "", type: "notify" }])})`;
    const [day] = await sql`select ((now() at time zone 'utc')::date - 1)::text as yesterday`;
    await end({ at: `${day?.yesterday}T10:00:00Z` });
    await sql`select public.rollup_kpis()`;
    expect((await figures()).map((row) => [row.day, row.jobs])).toEqual([[day?.yesterday, 1]]);
  });

  it("may be counted again: the newer count stands, and what was cleaned up since stays counted", async () => {
    await end({ at: "2026-06-01T10:00:00Z" });
    await rollUp("2026-06-01");
    await end({ at: "2026-06-01T11:00:00Z", status: "failed" });
    await rollUp("2026-06-01");
    const [both] = await figures();
    expect(both).toMatchObject({ jobs: 2, completed: 1, failed: 1 });
    await sql`select public.cleanup_old_jobs(p_now => '2026-06-10T00:00:00Z')`;
    expect(await sql`select id from public.jobs`).toHaveLength(1);
    await rollUp("2026-06-01");
    expect([...(await figures())]).toEqual([both]);
  });

  it("is the same when ten count it at once", async () => {
    for (let n = 0; n < 5; n += 1) await end({ at: "2026-06-01T10:00:00Z" });
    await Promise.all(Array.from({ length: 10 }, () => rollUp("2026-06-01")));
    expect((await figures()).map(({ jobs }) => jobs)).toEqual([5]);
  });
});
