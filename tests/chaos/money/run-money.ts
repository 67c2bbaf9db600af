import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import type { Tools } from "../../../supabase/functions/_shared/tools.ts";
import { drain } from "../../../supabase/functions/generation-worker/drain.ts";
import { sweepPredictions } from "../../../supabase/functions/job-scheduler/sweep-predictions.ts";
import type { LedgerReport } from "../../../supabase/local/atelier/api/ledger.ts";
import { type OpenAtelier, openAtelier } from "../../../supabase/local/atelier/testing/open-atelier.ts";
import { withScratchDatabase } from "../../../supabase/local/scratch.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import { connectAgain } from "../scratch-server.ts";
import { rules } from "./rules.ts";
import { forgetPatience, openTools, passAMinute, placeOrders, slowMilliseconds } from "./shop.ts";

/** The size of a run. */
export interface MoneyRun {
  orders: number;
  /** One order in so many wants what another one wants; 0: none does. */
  twinEvery: number;
  /** Chance in percent of each kind of fault for each request; there are four kinds. */
  percent: number;
  retryAfterSeconds: number;
  patienceSeconds: number;
  /** True for the control: strays cannot be found, and nobody waits when the provider asks for it. */
  isCareless: boolean;
}

const workers = 3;
/** Of one call of the worker, which is called again at once. */
const times = { claimMilliseconds: 5_000, endMilliseconds: 20_000 };

async function unfinished(sql: postgres.Sql): Promise<number> {
  const [row] = await sql`select
    (select count(*) from public.jobs where status in ('pending', 'processing'))
      + (select count(*) from public.predictions where status = 'open') as n`;
  return Number(row?.n);
}

/** The worker and the schedule at work, as often as they can be called, until all is done. */
async function work(sql: postgres.Sql, openOne: () => Tools, until: number): Promise<void> {
  const tools = openOne();
  let isOver = false;
  const again = async (step: () => Promise<unknown>, milliseconds: number) => {
    while (!isOver) {
      await step();
      await pause(milliseconds);
    }
  };
  const watch = async () => {
    while (performance.now() < until && (await unfinished(sql)) > 0) await pause(200);
    isOver = true;
  };
  const drains = Array.from({ length: workers }, openOne).map((own) => again(() => drain(own, times), 50));
  const schedule = again(async () => {
    await sweepPredictions(tools);
    await tools.engine.reapExpiredJobs();
    await passAMinute(sql);
  }, 100);
  await Promise.all([watch(), schedule, ...drains]);
}

async function orderFaults(atelier: OpenAtelier, { percent, retryAfterSeconds }: MoneyRun): Promise<void> {
  await atelier.order(
    { kind: "reset", percent, seed: 11 },
    { kind: "rate-limit", percent, seed: 12, retryAfter: retryAfterSeconds },
    { kind: "server-error", percent, seed: 13, status: 503 },
    { kind: "slow", percent, seed: 14, delayMs: slowMilliseconds },
  );
}

async function strikes(atelier: OpenAtelier): Promise<Record<string, number>> {
  const { faults } = (await (await atelier.call("/control/faults")).json()) as {
    faults: { kind: string; struck: number }[];
  };
  return Object.fromEntries(faults.map(({ kind, struck }) => [kind, struck]));
}

async function check(sql: postgres.Sql, { calls }: LedgerReport): Promise<Finding[]> {
  const sold = calls.flatMap(({ prediction, inputHash }) => (prediction ? [[prediction, inputHash]] : []));
  await sql`insert into chaos.sold select s ->> 0, s ->> 1 from jsonb_array_elements(${sql.json(sold)}) s`;
  const findings: Finding[] = [];
  for (const [rule, query] of Object.entries(rules)) {
    const cases = [...(await sql.unsafe(query))];
    if (cases.length > 0) findings.push({ rule, count: cases.length, examples: cases.slice(0, 3) });
  }
  return findings;
}

async function runOn(sql: postgres.Sql, run: MoneyRun): Promise<ChaosReport> {
  await using atelier = await openAtelier();
  await placeOrders(sql, run.orders, run.twinEvery);
  if (run.isCareless) await forgetPatience(sql);
  await orderFaults(atelier, run);
  const startedAt = performance.now();
  const openOne = () => openTools(sql, atelier, run.isCareless);
  await work(sql, openOne, startedAt + run.patienceSeconds * 1000);
  const ledger = await atelier.ledger();
  const struck = await strikes(atelier);
  const requests = ledger.calls.length;
  const faults = Object.values(struck).reduce((sum, count) => sum + count, 0);
  const [row] = await sql`select (select count(*) from chaos.holds)::int as holds,
    (select count(*) from public.predictions where status = 'lost')::int as lost,
    (select count(*) from public.jobs where result is not null)::int as delivered`;
  const injected = {
    orders: run.orders,
    requests,
    ...struck,
    faults,
    faultPercent: Math.round((100 * faults) / requests),
  };
  return {
    run: "money",
    injected,
    figures: { ...row, made: ledger.created, seconds: Math.round((performance.now() - startedAt) / 1000) },
    findings: await check(sql, ledger),
    shortfalls: shortfallsOf(injected, { requests: run.orders, faultPercent: 35 }),
  };
}

/**
 * The worker's own code on real SQL and the real Atelier, which resets, refuses, fails and delays four requests in ten.
 * Counts at the provider what was paid for.
 */
export async function runMoney(run: MoneyRun): Promise<ChaosReport> {
  const { log } = console;
  // The functions log every job.
  console.log = () => {};
  try {
    return await withScratchDatabase(async (_admin, url) => {
      const sql = connectAgain(url, 20);
      try {
        return await runOn(sql, run);
      } finally {
        await sql.end({ timeout: 2 });
      }
    });
  } finally {
    console.log = log;
  }
}
