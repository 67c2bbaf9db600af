import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freshWord } from "../fixtures/fresh-word.ts";
import { type OwnStack, openOwnStack } from "../fixtures/own-stack.ts";
import { demoPassword } from "../setup/stack.ts";

let stack: OwnStack;
let educator: SupabaseClient;

beforeAll(async () => {
  stack = await openOwnStack(70);
  educator = createClient(stack.status.apiUrl, stack.status.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  const { error } = await educator.auth.signInWithPassword({
    email: "educator@studio.test",
    password: demoPassword,
  });
  if (error) throw error;
}, 300_000);

afterAll(() => stack?.stop());

/** How the network between the database and the functions treats what pg_net sends to addresses like this one. */
async function network(faults: { drop?: number; duplicate?: number; to?: string }): Promise<void> {
  await stack.sql`
    update net._faults set drop_percent = ${faults.drop ?? 0}, duplicate_percent = ${faults.duplicate ?? 0},
      url_like = ${faults.to ?? "%"}`;
}

const schedule = (isActive: boolean) =>
  stack.sql`update cron.job set active = ${isActive} where jobname = 'job-scheduler'`;

afterEach(async () => {
  await network({});
  await schedule(true);
  await stack.sql`update private.settings set lease_seconds = default, max_worker_deaths = default`;
});

async function startGeneration(count: number): Promise<{ draftId: string; jobId: string }> {
  const theme = `space ${freshWord()}`;
  const draft = await educator.rpc("create_draft", { p_theme: theme, p_count: count });
  const job = await educator.rpc("request_generation", { p_draft_id: draft.data });
  if (job.error) throw job.error;
  return { draftId: draft.data, jobId: job.data };
}

const statusOf = async (jobId: string) =>
  (await stack.sql`select status from public.jobs where id = ${jobId}`)[0]?.status as string;

const pieces = (jobId: string) => stack.sql`select * from public.jobs where parent_id = ${jobId}`;

/** How many pieces a worker has begun. */
const underWay = async (jobId: string) => (await pieces(jobId)).filter(({ attempt }) => attempt > 0).length;

/** A request and why pieces of it failed, if any did. */
async function endOf(jobId: string) {
  const failed = await stack.sql`
    select type, error_code, error_message, error_detail from public.jobs where parent_id = ${jobId} and status = 'failed'`;
  return { status: await statusOf(jobId), failed: [...failed] };
}

const untilCompleted = (jobId: string, timeout = 400_000) =>
  expect.poll(() => endOf(jobId), { timeout, interval: 200 }).toEqual({ status: "completed", failed: [] });

/** Each piece ended once, each card has one picture, and each was paid for once. */
async function expectDoneOnce(
  { draftId, jobId }: { draftId: string; jobId: string },
  count: number,
): Promise<void> {
  const [row] = await stack.sql`
    select
      (select count(*)::int from public.draft_asset_versions v join public.draft_assets a on a.id = v.asset_id
        where a.draft_id = ${draftId}) as pictures,
      (select count(*)::int from public.job_events e join public.jobs j on j.id = e.job_id
        where j.parent_id = ${jobId} and e.event = 'completed') as ends,
      (select count(*)::int from public.predictions p join public.jobs j on j.id = p.job_id
        where j.parent_id = ${jobId} and p.external_id is not null) as paid`;
  expect(row).toEqual({ pictures: count, ends: count + 1, paid: count + 1 });
}

/** Ends every process of the functions runtime as a crash would. Returns how many there were. */
function killFunctions(): number {
  const pids = readFileSync(join(stack.config.dataDir, "functions.pid"), "utf8").split("\n").filter(Boolean);
  return pids.filter((pid) => hasKilled(Number(pid))).length;
}

/** False when the process was gone already, though the list names it still. */
function hasKilled(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}

describe("calls out of the database", { timeout: 600_000 }, () => {
  it("that are all lost on their way to the worker are made good by the schedule", async () => {
    await network({ drop: 100, to: "%/generation-worker" });
    const made = await startGeneration(2);
    await untilCompleted(made.jobId);
    await expectDoneOnce(made, 2);
  });

  it("that all come twice have one effect", async () => {
    await network({ duplicate: 100 });
    const made = await startGeneration(2);
    await untilCompleted(made.jobId);
    await expectDoneOnce(made, 2);
  });

  it("that were thrown away with their queue, and are shown as successes, are made again by the next tick", async () => {
    // While the schedule sleeps, a crash of the database empties the queue, which is no logged table.
    await schedule(false);
    await network({ drop: 100 });
    const made = await startGeneration(1);
    await stack.sql`truncate net.http_request_queue`;
    await stack.sql`
      insert into net._http_response (id, status_code, timed_out, error_msg)
      select coalesce(max(id), 0) + 1000, 200, true, 'Timeout of 5000 ms reached' from net._http_response`;
    await network({});
    expect((await pieces(made.jobId)).map(({ status }) => status)).toEqual(["pending"]);
    await schedule(true);
    await untilCompleted(made.jobId);
    await expectDoneOnce(made, 1);
  });
});

describe("a schedule that was silent", { timeout: 600_000 }, () => {
  it("drains what has gathered when ten ticks come at once, inside the limits and without a hand", async () => {
    await schedule(false);
    await network({ drop: 100 });
    const waiting = [await startGeneration(2), await startGeneration(2), await startGeneration(2)];
    const before = new Date();
    expect(new Set(await Promise.all(waiting.map(({ jobId }) => statusOf(jobId))))).toEqual(
      new Set(["processing"]),
    );
    await network({});
    await schedule(true);
    await Promise.all(Array.from({ length: 10 }, () => stack.sql`select private.tick()`));
    for (const { jobId } of waiting) await untilCompleted(jobId);
    for (const made of waiting) await expectDoneOnce(made, 2);
    // How many of this person's jobs were running at the start of each of them.
    const [row] = await stack.sql`
      with spans as (
        select e.created_at as begun, lead(e.created_at) over (partition by e.job_id order by e.sequence) as ended, e.to_status
        from public.job_events e join public.jobs j on j.id = e.job_id
        where not j.is_parent and e.created_at >= ${before} and e.event in ('started', 'completed', 'requeued', 'failed')
      )
      select max(n)::int as most from (
        select (select count(*) from spans o where o.to_status = 'processing' and o.begun <= s.begun
          and coalesce(o.ended, 'infinity') > s.begun) as n
        from spans s where s.to_status = 'processing') t`;
    expect(row?.most).toBeLessThanOrEqual(3);
    expect(row?.most).toBeGreaterThan(0);
  });
});

describe("a functions runtime that dies", { timeout: 600_000 }, () => {
  it("after its caller has hung up loses no job: another attempt does it", async () => {
    await stack.sql`update private.settings set lease_seconds = 5`;
    await network({ drop: 100, to: "%/generation-worker" });
    await schedule(false);
    const made = await startGeneration(2);
    const call = fetch(`${stack.status.functionsUrl}/generation-worker`, {
      method: "POST",
      headers: { apikey: stack.status.secretKey },
      signal: AbortSignal.timeout(120_000),
    }).catch(() => null);
    await expect.poll(() => underWay(made.jobId), { interval: 5 }).toBeGreaterThan(0);
    expect(killFunctions()).toBeGreaterThan(0);
    await call;
    await network({});
    await schedule(true);
    await untilCompleted(made.jobId);
    await expectDoneOnce(made, 2);
  });

  it("time and again in the middle of a generation loses no card and makes none twice", {
    timeout: 600_000,
  }, async () => {
    // On a slow machine one job may be held at each death; it is not to be taken for what kills the workers.
    await stack.sql`update private.settings set lease_seconds = 5, max_worker_deaths = 50`;
    const made = await startGeneration(6);
    await expect.poll(() => underWay(made.jobId), { interval: 5 }).toBeGreaterThan(0);
    for (let kills = 0; kills < 6; ) {
      kills += killFunctions();
      await new Promise((done) => setTimeout(done, 350));
    }
    await untilCompleted(made.jobId);
    await expectDoneOnce(made, 6);
    const cards = await stack.sql`select concept from public.draft_assets where draft_id = ${made.draftId}`;
    expect(new Set(cards.map(({ concept }) => concept)).size).toBe(6);
  });

  it("is back at the next call", async () => {
    const call = async () =>
      (
        await fetch(`${stack.status.functionsUrl}/generation-worker`, {
          method: "POST",
          headers: { apikey: stack.status.secretKey },
        })
      ).status;
    await call();
    expect(killFunctions()).toBeGreaterThan(0);
    expect(await call()).toBe(200);
  });
});
