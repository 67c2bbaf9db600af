import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { asCaller } from "../../../supabase/local/caller.ts";
import type { Claims } from "../../../supabase/local/keyring.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import type { ChaosStack } from "../stack.ts";
import { countCalls, countedCalls, loseCalls } from "./calls.ts";

/** The size of a run, and what is lost in it. */
export interface SilenceRun {
  universes: number;
  cards: number;
  /** pg_cron's schedule of the engine; null for the control, in which nothing ticks. */
  schedule: string | null;
  /** How old the last look at a prediction is before the next. */
  checkSeconds: number;
  /** So long after the first request has left, pg_net loses the ticks as well. 0: wake-ups only. */
  outageSeconds: number;
  /** Within this time after the provider's success each job must have ended. */
  withinSeconds: number;
  patienceSeconds: number;
}

const wakeUps = "%/generation-worker";
const everything = "%";

async function newPerson(sql: postgres.Sql): Promise<Claims> {
  const [user] = await sql<{ id: string }[]>`insert into auth.users (id, email)
    values (gen_random_uuid(), gen_random_uuid() || '@studio.test') returning id`;
  return { role: "authenticated", sub: user?.id ?? "" };
}

async function askForUniverse(sql: postgres.Sql, cards: number, name: string): Promise<string> {
  const person = await newPerson(sql);
  const [row] = await asCaller(
    sql,
    person,
    (db) => db`select public.request_generation(public.create_draft(${name}, p_count => ${cards})) as id`,
  );
  return row?.id;
}

async function until(isTrue: () => Promise<boolean>, deadline: number): Promise<boolean> {
  while (performance.now() < deadline) {
    if (await isTrue()) return true;
    await pause(200);
  }
  return false;
}

interface Ended {
  id: string;
  status: string;
  external_id: string | null;
  completed_at: Date | null;
}

/** Seconds from the provider's success to the end of each job that a prediction made, and the jobs that never ended. */
async function measure(
  stack: ChaosStack,
  requests: string[],
): Promise<{ lags: number[]; unfinished: Ended[] }> {
  const jobs = await stack.sql<Ended[]>`
    select j.id, j.status, j.completed_at, p.external_id from public.jobs j
    left join public.predictions p on p.job_id = j.id and p.status = 'succeeded'
    where j.parent_id = any (${requests}::uuid[]) or j.id = any (${requests}::uuid[])`;
  const lags: number[] = [];
  for (const { external_id, completed_at } of jobs) {
    if (!external_id || !completed_at) continue;
    const seen = await stack.atelier<{ completed_at: string }>("GET", `/v1/predictions/${external_id}`);
    lags.push((completed_at.getTime() - Date.parse(seen.completed_at)) / 1000);
  }
  return {
    lags: lags.sort((one, other) => one - other),
    unfinished: jobs.filter(({ status }) => status !== "completed"),
  };
}

async function haveEnded(sql: postgres.Sql, requests: string[]): Promise<boolean> {
  const [row] = await sql`select count(*)::int as n from public.jobs
    where id = any (${requests}::uuid[]) and status in ('pending', 'processing')`;
  return row?.n === 0;
}

async function isAtProvider(sql: postgres.Sql, requests: string[]): Promise<boolean> {
  const [row] = await sql`select count(*)::int as n from public.jobs
    where parent_id = any (${requests}::uuid[]) and lease_owner = 'provider'`;
  return row?.n > 0;
}

/**
 * No webhook arrives and pg_net loses what it is given: the wake-ups all the time, the schedule's own calls during an
 * outage. Universes are asked for as ever. Says how long after the provider's success each job ended.
 */
export async function runSilence(stack: ChaosStack, run: SilenceRun): Promise<ChaosReport> {
  const { sql } = stack;
  const startedAt = performance.now();
  const deadline = startedAt + run.patienceSeconds * 1000;
  await countCalls(sql);
  await stack.atelier("DELETE", "/control/faults");
  await stack.orderFaults({ kind: "webhook-never" });
  await loseCalls(sql, wakeUps);
  await sql`update private.settings set prediction_check_seconds = ${run.checkSeconds}`;
  if (run.schedule === null) await sql`select cron.unschedule('job-scheduler')`;
  else await sql`select cron.schedule('job-scheduler', ${run.schedule}, 'select private.tick()')`;

  const requests: string[] = [];
  for (let made = 0; made < run.universes; made += 1)
    requests.push(
      await askForUniverse(sql, run.cards, ["ocean", "farm", "space", "jungle"][made % 4] ?? "ocean"),
    );
  if (run.outageSeconds > 0 && (await until(() => isAtProvider(sql, requests), deadline))) {
    await loseCalls(sql, everything);
    await pause(run.outageSeconds * 1000);
    await loseCalls(sql, wakeUps);
  }
  await until(() => haveEnded(sql, requests), deadline);

  const { lags, unfinished } = await measure(stack, requests);
  const { lost, ticks } = await countedCalls(sql);
  const { faults } = await stack.atelier<{ faults: { kind: string; struck: number }[] }>(
    "GET",
    "/control/faults",
  );
  const silenced = faults.find(({ kind }) => kind === "webhook-never")?.struck ?? 0;
  const late = lags.filter((lag) => lag > run.withinSeconds);
  const findings: Finding[] = [];
  if (unfinished.length > 0)
    findings.push({ rule: "every job ends", count: unfinished.length, examples: unfinished.slice(0, 3) });
  if (late.length > 0)
    findings.push({
      rule: `every job ends within ${run.withinSeconds} s of the provider's success`,
      count: late.length,
      examples: late.slice(-3),
    });
  await loseCalls(sql, null);
  await stack.atelier("DELETE", "/control/faults");
  const at = (share: number) => Math.round((lags[Math.floor((lags.length - 1) * share)] ?? 0) * 10) / 10;
  const injected = {
    universes: run.universes,
    silencedPredictions: silenced,
    lostCalls: lost,
    outageSeconds: run.outageSeconds,
  };
  return {
    run: "silence",
    injected,
    figures: {
      ticks,
      jobs: lags.length,
      lagP50Seconds: at(0.5),
      lagMaxSeconds: at(1),
      seconds: Math.round((performance.now() - startedAt) / 1000),
    },
    findings,
    shortfalls: shortfallsOf(injected, {
      silencedPredictions: run.universes * (run.cards + 1),
      lostCalls: run.universes,
    }),
  };
}
