import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { takeOutFence } from "../fence.ts";
import { untilAnswered } from "../outage.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import { openScratchServer, type ScratchServer } from "../scratch-server.ts";
import { type FakeProvider, openFakeProvider } from "./fake-provider.ts";
import { startFleet } from "./fleet.ts";
import { layGround, timesOf } from "./ground.ts";
import { prepareOrder, produce } from "./produce.ts";
import { rules } from "./rules.ts";
import { type Faults, strike } from "./strike.ts";
import { readLines, type WorkerLine } from "./worker-log.ts";

/** The size of a run, and what it needs to count. */
export interface JobsRun extends Faults {
  jobs: number;
  workers: number;
  leaseSeconds: number;
  seed: number;
  /** After so long, what has not ended is stuck. */
  patienceSeconds: number;
  /** False for the control, in which the attempt is not compared. */
  hasFence: boolean;
  needed: Record<string, number>;
}

const reapMilliseconds = 300;

/** Takes jobs back from dead workers until `isOver`, and looks whether nobody ever has more than three running. */
async function reap(
  sql: postgres.Sql,
  isOver: () => boolean,
): Promise<{ reaped: number; crowded: unknown[] }> {
  let reaped = 0;
  const crowded: unknown[] = [];
  while (!isOver()) {
    const { value } = await untilAnswered(() => sql`select public.reap_expired_jobs() as n`);
    reaped += value[0]?.n ?? 0;
    const { value: over } = await untilAnswered(
      () => sql`select user_id, count(*)::int as running from public.jobs
        where status = 'processing' and not is_parent group by user_id having count(*) > 3`,
    );
    crowded.push(...over);
    await pause(reapMilliseconds);
  }
  return { reaped, crowded };
}

async function unfinished(sql: postgres.Sql): Promise<number> {
  const { value } = await untilAnswered(
    () => sql`select count(*)::int as n from public.jobs where status in ('pending', 'processing')`,
  );
  return value[0]?.n ?? 0;
}

/** Brings what was counted outside the database beside what it says of itself. */
async function bringEvidence(
  sql: postgres.Sql,
  asked: string[],
  lines: WorkerLine[],
  { sales }: FakeProvider,
) {
  const accepted = lines.filter((line) => line.kind === "accepted");
  const sold = sales.map(({ id, ours, inputHash, costMicros }) => [id, ours, inputHash, costMicros]);
  await sql`insert into chaos.asked select unnest(${asked}::uuid[])`;
  await sql`insert into chaos.accepted select * from unnest(${accepted.map(({ job }) => job)}::uuid[],
    ${accepted.map(({ attempt }) => attempt)}::integer[], ${accepted.map(({ worker }) => worker)}::text[])`;
  await sql`insert into chaos.sold select (s ->> 0), (s ->> 1)::uuid, (s ->> 2), (s ->> 3)::bigint
    from jsonb_array_elements(${sql.json(sold)}) s`;
}

async function check(sql: postgres.Sql, lines: WorkerLine[], crowded: unknown[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (rule: string, cases: readonly unknown[]) => {
    if (cases.length > 0) findings.push({ rule, count: cases.length, examples: cases.slice(0, 3) });
  };
  for (const [rule, query] of Object.entries(rules)) add(rule, [...(await sql.unsafe(query))]);
  add("nobody had more than three running", crowded);
  add(
    "no worker was surprised",
    lines.filter(({ kind }) => kind === "surprise"),
  );
  return findings;
}

async function countFigures(sql: postgres.Sql, lines: WorkerLine[]): Promise<Record<string, number>> {
  const [row] = await sql<Record<string, number>[]>`select
    (select count(*) from public.jobs where not is_parent)::int as jobs,
    (select count(*) from public.jobs where is_parent)::int as trees,
    (select sum(attempt - 1) from public.jobs where attempt > 1)::int
      - (select count(*) from public.job_events where event = 'deferred')::int as reruns,
    (select sum(death_count) from public.jobs)::int as deaths,
    (select count(*) from chaos.sold)::int as sold,
    (select count(*) from (select from chaos.sold group by input_hash having count(*) > 1) s)::int as inputs_sold_again,
    (select count(*) from public.job_events where event = 'deferred')::int as deferred`;
  const refused = lines.filter((line) => line.kind === "refused");
  const late = refused.filter(({ call, wasLost }) => !wasLost && call !== "heartbeat_job");
  return {
    ...row,
    refused: new Set(late.map(({ job, attempt, worker }) => `${job} ${attempt} ${worker}`)).size,
    refusedHeartbeats: refused.filter(({ call }) => call === "heartbeat_job").length,
    answersLost:
      lines.filter(({ kind }) => kind === "resent").length + refused.filter(({ wasLost }) => wasLost).length,
    conflicts: lines.filter(({ kind }) => kind === "conflict").length,
  };
}

async function runOn(server: ScratchServer, provider: FakeProvider, run: JobsRun): Promise<ChaosReport> {
  const { sql } = server;
  await layGround(sql, run.leaseSeconds);
  if (!run.hasFence) await takeOutFence(sql);
  const { claimables, ...order } = await prepareOrder(sql, run.jobs);
  const startedAt = performance.now();
  const { leaseSeconds } = run;
  const orders = { databaseUrl: server.url, providerUrl: provider.url, leaseSeconds };
  const fleet = startFleet(run.workers, server.folder, orders);
  const until = startedAt + run.patienceSeconds * 1000;
  let isOver = false;
  const { pauseMilliseconds } = timesOf(leaseSeconds);
  const context = { server, fleet, pauseMilliseconds, isOver: () => isOver };
  async function work(): Promise<string[]> {
    try {
      const asked = await produce(sql, { ...order, claimables });
      while (performance.now() < until && (await unfinished(sql)) > 0) await pause(100);
      // Late calls of who was paused come in, and requests that nobody waits for are looked after.
      await fleet.untilAllGoOn();
      await pause(1500);
      return asked;
    } finally {
      isOver = true;
    }
  }
  try {
    const [asked, struck, { reaped, crowded }] = await Promise.all([
      work(),
      strike(run, claimables, run.seed, context),
      reap(sql, context.isOver),
    ]);
    await fleet.stop();
    const lines = readLines(fleet.logFolder);
    await bringEvidence(sql, asked, lines, provider);
    const figures = await countFigures(sql, lines);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    const injected = { ...struck, jobs: figures.jobs ?? 0, trees: figures.trees ?? 0, workers: run.workers };
    return {
      run: "jobs",
      injected,
      figures: { ...figures, reaped, seconds, seed: run.seed },
      findings: await check(sql, lines, crowded),
      shortfalls: shortfallsOf({ ...injected, ...figures }, run.needed),
    };
  } finally {
    isOver = true;
    await fleet.stop();
  }
}

/**
 * Real worker processes on a real Postgres with every migration, while workers are killed and paused beyond their lease
 * and the database is restarted without a checkpoint. Says what was done and which rules did not hold.
 */
export async function runJobs(run: JobsRun): Promise<ChaosReport> {
  await using server = await openScratchServer();
  await using provider = await openFakeProvider();
  return await runOn(server, provider, run);
}
