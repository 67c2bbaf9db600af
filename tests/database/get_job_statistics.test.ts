import type postgres from "postgres";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { insertManyJobs } from "../fixtures/many-jobs.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

interface Statistics {
  at: string;
  counts: Record<"waiting" | "delayed" | "blocked" | "running", number>;
  last_hour: Record<"completed" | "failed" | "cancelled", number>;
  throughput: { minute: string; completed: number; failed: number }[];
  queue_age_seconds: number | null;
  failure_rate: number | null;
  workers: { name: string; jobs: number; oldest_started_at: string; lease_expires_at: string }[];
  stuck: number;
  set_aside: number;
  pauses: Record<string, unknown>[];
  provider_held_until: string | null;
}

let sql: postgres.Sql;
let cast: Cast;

const now = "2026-06-01T12:30:30Z";
/** So many seconds before (or, below zero, after) now. */
const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();

beforeAll(async () => {
  sql = await freshDatabase();
  cast = await newCast(sql);
});

beforeEach(async () => {
  await sql`truncate public.jobs, public.job_pauses cascade`;
  await sql`update private.provider_state set held_until = '-infinity'`;
});

const statistics = async (at = now) =>
  (await sql<{ found: Statistics }[]>`select private.job_statistics(${at}) as found`)[0]?.found as Statistics;

async function add(rows: Record<string, unknown>[]): Promise<void> {
  const whole = rows.map((row) => ({
    id: crypto.randomUUID(),
    user_id: cast.owner.sub,
    type: "notify",
    status: "pending",
    priority: 5,
    weight: 1,
    progress: row.status === "completed" ? 100 : 0,
    error_code: row.status === "failed" ? "x" : null,
    run_at: ago(5),
    unmet_dependencies: 0,
    created_at: ago(9000),
    ...row,
  }));
  await sql.begin(async (db) => {
    await db`set local session_replication_role = replica`;
    await db`
      insert into public.jobs (id, user_id, type, status, progress, error_code, run_at, unmet_dependencies, created_at, started_at,
        completed_at, lease_owner, lease_expires_at)
      select id, user_id, type, status, progress, error_code, run_at, unmet_dependencies, created_at, started_at, completed_at,
        lease_owner, lease_expires_at
      from jsonb_populate_recordset(null::public.jobs, ${db.json(whole as postgres.JSONValue)})`;
  });
}
const many = (count: number, row: Record<string, unknown>) => Array.from({ length: count }, () => row);

it("are for staff", async () => {
  const ask1 = (person: keyof Cast) =>
    ask<Statistics>(sql, cast[person], (db) => db`select public.get_job_statistics() as answer`);
  for (const person of ["support", "admin"] as const)
    expect((await ask1(person)).throughput).toHaveLength(60);
  for (const person of ["owner", "stranger"] as const)
    await expect(ask1(person)).rejects.toMatchObject({ message: "forbidden", code: "PT403" });
  await expect(ask1("anonymous")).rejects.toMatchObject(notGranted);
});

it("of an idle studio are zero, and null where there is nothing to measure", async () => {
  const idle = await statistics();
  expect(idle).toMatchObject({
    counts: { waiting: 0, delayed: 0, blocked: 0, running: 0 },
    last_hour: { completed: 0, failed: 0, cancelled: 0 },
    queue_age_seconds: null,
    failure_rate: null,
    workers: [],
    stuck: 0,
    set_aside: 0,
    pauses: [],
    provider_held_until: null,
  });
  expect(idle.throughput.map(({ completed, failed }) => completed + failed)).toEqual(
    Array<number>(60).fill(0),
  );
});

describe("what waits and runs", () => {
  it("is told apart: ready, later, waiting for another, running; requests themselves do not count", async () => {
    const lease = { lease_owner: "worker-1", lease_expires_at: ago(-30), started_at: ago(20) };
    await add([
      ...many(4, {}),
      { run_at: ago(0) },
      ...many(3, { run_at: ago(-1) }),
      ...many(2, { unmet_dependencies: 1 }),
      { unmet_dependencies: 2, run_at: ago(-60) },
      ...many(6, { status: "processing", ...lease }),
      ...many(5, { type: "generate_universe", status: "processing" }),
      ...many(7, { status: "completed", completed_at: ago(10) }),
    ]);
    expect((await statistics()).counts).toEqual({ waiting: 5, delayed: 3, blocked: 3, running: 6 });
  });

  it("is as old as the job that has been due for longest", async () => {
    await add([
      { run_at: ago(100) },
      { run_at: ago(300) },
      { run_at: ago(900), unmet_dependencies: 1 },
      { run_at: ago(-500) },
    ]);
    expect((await statistics()).queue_age_seconds).toBe(300);
  });

  it("is stuck when nobody looked after it for long: a minute after its lease, ten minutes after it was due", async () => {
    const running = (seconds: number) => ({
      status: "processing",
      lease_owner: "w",
      lease_expires_at: ago(seconds),
      started_at: ago(999),
    });
    await add([running(59), running(60), running(61), running(-10)]);
    await add([
      { run_at: ago(599) },
      { run_at: ago(600) },
      { run_at: ago(601) },
      { run_at: ago(9999), unmet_dependencies: 1 },
    ]);
    await add([{ type: "generate_universe", status: "processing", started_at: ago(9999) }]);
    expect((await statistics()).stuck).toBe(2);
  });

  it("is listed by who holds it, with the oldest job and the next lease to run out", async () => {
    const held = (lease_owner: string, started: number, lease: number) => ({
      status: "processing",
      lease_owner,
      started_at: ago(started),
      lease_expires_at: ago(lease),
    });
    await add([
      held("worker-b", 10, -50),
      held("worker-a", 20, -40),
      held("worker-a", 90, -55),
      held("provider", 5, -100),
    ]);
    const workers = (await statistics()).workers.map(
      ({ name, jobs, oldest_started_at, lease_expires_at }) => [
        name,
        jobs,
        new Date(oldest_started_at).toISOString(),
        new Date(lease_expires_at).toISOString(),
      ],
    );
    expect(workers).toEqual([
      ["provider", 1, ago(5), ago(-100)],
      ["worker-a", 2, ago(90), ago(-40)],
      ["worker-b", 1, ago(10), ago(-50)],
    ]);
  });
});

describe("what has ended", () => {
  it("counts for an hour, and by the minute for sixty minutes", async () => {
    await add([
      ...many(3, { status: "completed", completed_at: ago(0) }),
      ...many(2, { status: "failed", completed_at: ago(30) }),
      { status: "cancelled", completed_at: ago(31) },
      { status: "completed", completed_at: ago(31) },
      { status: "completed", completed_at: ago(3599) },
      { status: "completed", completed_at: ago(3601) },
      { status: "failed", completed_at: ago(7200) },
      { type: "generate_universe", status: "completed", completed_at: ago(1) },
    ]);
    const found = await statistics();
    expect(found.last_hour).toEqual({ completed: 5, failed: 2, cancelled: 1 });
    expect(found.failure_rate).toBe(0.2857);
    const minutes = found.throughput.map(({ minute }) => new Date(minute).toISOString());
    expect([minutes[0], minutes.at(-1), minutes.length]).toEqual([
      "2026-06-01T11:31:00.000Z",
      "2026-06-01T12:30:00.000Z",
      60,
    ]);
    expect(found.throughput.at(-1)).toMatchObject({ completed: 3, failed: 2 });
    expect(found.throughput.at(-2)).toMatchObject({ completed: 1, failed: 0 });
    expect(found.throughput.reduce((all, { completed }) => all + completed, 0)).toBe(4);
  });

  it("is no rate when all that ended was stopped", async () => {
    await add(many(3, { status: "cancelled", completed_at: ago(1) }));
    expect((await statistics()).failure_rate).toBeNull();
  });

  it("tells what was set aside within a day, since it killed its workers", async () => {
    const died = { status: "failed", error_code: "worker_died" };
    await add([
      { ...died, completed_at: ago(86_399) },
      { ...died, completed_at: ago(86_401) },
      { ...died, error_code: "x", completed_at: ago(1) },
    ]);
    expect((await statistics()).set_aside).toBe(1);
  });
});

it("name the pauses that hold, who made them, and until when the provider wants to be left alone", async () => {
  await ask(
    sql,
    cast.admin,
    (db) => db`select public.pause_jobs('publish', null, 'storage is full') as answer`,
  );
  const over = await ask<string>(
    sql,
    cast.admin,
    (db) => db`select public.pause_jobs(null, ${cast.owner.sub ?? ""}) as answer`,
  );
  await ask(sql, cast.admin, (db) => db`select public.resume_jobs(${over}) as answer`);
  await ask(
    sql,
    cast.admin,
    (db) => db`select public.pause_jobs(null, ${cast.stranger.sub ?? ""}) as answer`,
  );
  await sql`update private.provider_state set held_until = ${ago(-20)}`;
  const found = await statistics();
  expect(found.pauses).toMatchObject([
    {
      type: "publish",
      user_id: null,
      user_email: null,
      reason: "storage is full",
      paused_by_email: expect.stringMatching(/^admin-/),
    },
    { type: null, user_id: cast.stranger.sub, user_email: expect.stringMatching(/^stranger-/), reason: "" },
  ]);
  expect(new Date(found.provider_held_until ?? "").toISOString()).toBe(ago(-20));
  expect((await statistics(ago(-21))).provider_held_until).toBeNull();
});

it("agree with the list about what is stuck, and with a count by hand in a busy studio", async () => {
  await insertManyJobs(sql, 2000, { people: 9, activeShare: 0.3 });
  const at = new Date().toISOString();
  const found = await statistics(at);
  const rows =
    await sql`select status, is_parent, unmet_dependencies as unmet, run_at, lease_expires_at, completed_at from public.jobs`;
  const pieces = rows.filter((row) => !row.is_parent);
  const count = (test: (row: postgres.Row) => boolean) => pieces.filter(test).length;
  const time = Date.parse(at);
  const isDue = (row: postgres.Row) =>
    row.status === "pending" && row.unmet === 0 && row.run_at.getTime() <= time;
  expect(found.counts).toEqual({
    waiting: count(isDue),
    delayed: count((row) => row.status === "pending" && row.unmet === 0 && !isDue(row)),
    blocked: count((row) => row.status === "pending" && row.unmet > 0),
    running: count((row) => row.status === "processing"),
  });
  for (const status of ["completed", "failed", "cancelled"] as const)
    expect(found.last_hour[status]).toBe(
      count((row) => row.status === status && row.completed_at.getTime() > time - 3_600_000),
    );
  const [stuck] = await sql`
    select count(*)::int as n from public.jobs j where ${sql.unsafe(
      (await sql`select private.job_conditions('{"is_stuck": true}') as sql`)[0]?.sql ?? "false",
    )}`;
  expect(found.stuck).toBe(stuck?.n);
});
