import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import type { Generator } from "../../../supabase/functions/generation-worker/generators/registry.ts";
import { runJob } from "../../../supabase/functions/generation-worker/run-job.ts";
import { withScratchDatabase } from "../../../supabase/local/scratch.ts";
import { newCast } from "../../fixtures/cast.ts";
import { type Death, mortalTools } from "../../fixtures/mortal.ts";
import { type ChaosReport, type Finding, shortfallsOf } from "../report.ts";
import { connectAgain } from "../scratch-server.ts";
import { deathsOf, openPublishStage, type PublishStage, type Shown } from "./stage.ts";

/** The size of a run. */
export interface PublishRun {
  cards: number;
  /** How often a worker dies at each of its steps. */
  rounds: number;
  /** True for the control: the pointer is moved first, and the files are copied after it. */
  isCareless: boolean;
}

const careless: Generator = async (job, { engine, storage }) => {
  const open = await engine.getMissingFiles(job.id, job.attempt);
  await engine.completeJob(job.id, job.attempt, {});
  for (const { storage_path, path } of open?.files ?? [])
    await storage.from("draft-media").copy(storage_path, path, { destinationBucket: "published" });
  return "published";
};

/** What every child sees, over and over, from a connection of its own; `stop` gives each different answer with its count. */
function watch({ shown }: PublishStage) {
  const seen = new Map<string, { universe: Shown | null; count: number }>();
  let isOver = false;
  async function look(): Promise<void> {
    while (!isOver) {
      const universe = await shown();
      const key = JSON.stringify(universe);
      seen.set(key, { universe, count: (seen.get(key)?.count ?? 0) + 1 });
      await pause(1);
    }
  }
  const over = Promise.all([look(), look()]);
  return async () => {
    isOver = true;
    await over;
    return seen;
  };
}

async function runOn(sql: postgres.Sql, { cards, rounds, isCareless }: PublishRun): Promise<ChaosReport> {
  await sql`update public.plans set is_default = false`;
  await sql`insert into public.plans values ('unlimited', true, 1000000, 1000000, 0, 1000000)`;
  const cast = await newCast(sql);
  const stage = await openPublishStage(sql, cast, cards);
  if (isCareless)
    await sql`create or replace function private.is_whole(p_job_id uuid) returns boolean
      language sql security definer set search_path = '' as 'select true'`;
  const injected = { publications: 0, deaths: 0 };
  const figures = { steps: deathsOf(cards).length, looks: 0, looksAtOld: 0, looksAtNew: 0, seconds: 0 };
  const faults = new Map<string, unknown[]>();
  const note = (rule: string, example: unknown) => faults.set(rule, [...(faults.get(rule) ?? []), example]);
  const startedAt = performance.now();

  async function dieAt(death: Death): Promise<void> {
    const job = await stage.claimNext();
    const old = JSON.stringify(await stage.shown());
    const stop = watch(stage);
    const { tools, isDead } = mortalTools(stage.tools, death);
    await runJob(job, tools, undefined, isCareless ? careless : undefined);
    injected.publications += 1;
    if (isDead()) injected.deaths += 1;
    const between = await stage.shown();
    for (const fault of await stage.faultsOf(between)) note(fault, death);
    await stage.anotherWorker(job);
    const seen = await stop();
    const next = JSON.stringify(await stage.shown());
    const releases = await sql`select from public.releases where job_id = ${job.id}`;
    if (next === old || releases.length !== 1) note("a publication makes one release", death);
    for (const [key, { universe, count }] of seen) {
      figures.looks += count;
      if (key === old) figures.looksAtOld += count;
      else if (key === next) figures.looksAtNew += count;
      else note("children see the old universe or the new one", { death, universe });
    }
  }

  for (let round = 0; round < rounds; round += 1) for (const death of deathsOf(cards)) await dieAt(death);
  figures.seconds = Math.round((performance.now() - startedAt) / 1000);
  const findings = [...faults].map(
    ([rule, examples]): Finding => ({ rule, count: examples.length, examples: examples.slice(0, 3) }),
  );
  const needed = { deaths: rounds * figures.steps, looks: rounds * figures.steps };
  return {
    run: "publish",
    injected,
    figures,
    findings,
    shortfalls: shortfallsOf({ ...injected, ...figures }, needed),
  };
}

/**
 * The worker's own code on real SQL, killed before and after every step of a publication, while children look at the
 * universe all the time. Another worker ends each publication.
 */
export async function runPublish(run: PublishRun): Promise<ChaosReport> {
  const { log } = console;
  // The functions log every job.
  console.log = () => {};
  try {
    return await withScratchDatabase(async (_admin, url) => {
      const sql = connectAgain(url, 10);
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
