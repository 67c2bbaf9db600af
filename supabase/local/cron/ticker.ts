import type { StackContext } from "../service.ts";
import { type Job, runJob } from "./run-job.ts";
import { parseSchedule, type Schedule } from "./schedule.ts";

/** A job known to the ticker, with what it owes. */
interface Entry {
  job: Job;
  schedule: Schedule;
  nextDue: number | null;
  /** Runs that came due and have not begun. */
  pending: number;
  isRunning: boolean;
  removed: boolean;
}

const tickMs = 250;
const reloadMs = 60_000;
/** After a longer sleep of the machine, missed runs are not made up for: pg_cron does the same. */
const catchUpMs = 5 * 60_000;
const historyKept = "1 day";

/** The part of the stack that runs `cron.job`. */
export interface Ticker {
  /** Stops starting jobs and waits for those that run, at most five seconds. */
  stop(): Promise<void>;
}

/**
 * Runs due jobs as pg_cron does: in GMT; never two runs of one job at once; runs that come due meanwhile follow back to
 * back (an interval job owes at most one). Differs from hosted in that history older than a day is pruned.
 */
export async function startTicker(
  context: Pick<StackContext, "config" | "sql" | "log">,
  run: typeof runJob = runJob,
): Promise<Ticker> {
  const { config, sql, log } = context;
  const entries = new Map<string, Entry>();
  const running = new Set<Promise<void>>();
  const maxRunning = 32;
  let stopped = false;

  async function loadJobs(): Promise<Job[]> {
    const [installed] = await sql`select to_regclass('cron.job') is not null as yes`;
    if (!installed?.yes) return [];
    return sql<Job[]>`select jobid, schedule, command, username, database from cron.job
      where active and database = current_database()`;
  }

  function keep(job: Job, now: number): void {
    const known = entries.get(job.jobid);
    if (known && known.job.schedule === job.schedule) {
      known.job = job;
      return;
    }
    try {
      const schedule = parseSchedule(job.schedule);
      const entry = {
        job,
        schedule,
        nextDue: schedule.after(now),
        pending: 0,
        isRunning: false,
        removed: false,
      };
      entries.set(job.jobid, known ? Object.assign(known, entry, { isRunning: known.isRunning }) : entry);
    } catch (error) {
      log("cron", "schedule not understood", {
        jobid: job.jobid,
        schedule: job.schedule,
        error: String(error),
      });
    }
  }

  async function reload(): Promise<void> {
    try {
      const jobs = await loadJobs();
      const ids = new Set(jobs.map(({ jobid }) => jobid));
      for (const [id, entry] of entries)
        if (!ids.has(id)) {
          entry.removed = true;
          entries.delete(id);
        }
      for (const job of jobs) keep(job, Date.now());
    } catch (error) {
      if (!stopped) log("cron", "jobs could not be read", { error: String(error) });
    }
  }

  function countDue(entry: Entry, now: number): void {
    const { schedule } = entry;
    if (schedule.isInterval && entry.pending > 0) return;
    while (entry.nextDue !== null && entry.nextDue <= now) {
      if (now - entry.nextDue <= catchUpMs) entry.pending += 1;
      entry.nextDue = schedule.after(schedule.isInterval ? now : entry.nextDue);
    }
  }

  async function work(entry: Entry): Promise<void> {
    entry.isRunning = true;
    while (entry.pending > 0 && !entry.removed && !stopped) {
      entry.pending -= 1;
      if (entry.schedule.isInterval) entry.nextDue = entry.schedule.after(Date.now());
      await run(sql, config.dbUrl, entry.job);
    }
    entry.isRunning = false;
  }

  function startWork(entry: Entry): void {
    const job = work(entry).catch((error) => {
      entry.isRunning = false;
      if (!stopped)
        log("cron", "a run could not be recorded", { jobid: entry.job.jobid, error: String(error) });
    });
    running.add(job);
    job.finally(() => running.delete(job));
  }

  function tick(): void {
    const now = Date.now();
    for (const entry of entries.values()) {
      countDue(entry, now);
      if (entry.pending > 0 && !entry.isRunning && running.size < maxRunning) startWork(entry);
    }
  }

  async function closeOldRuns(): Promise<void> {
    const [installed] = await sql`select to_regclass('cron.job_run_details') is not null as yes`;
    if (!installed?.yes) return;
    await sql`update cron.job_run_details set status = 'failed', return_message = 'server restarted',
      end_time = clock_timestamp() where status in ('starting', 'running')`;
  }

  async function prune(): Promise<void> {
    if (entries.size > 0)
      await sql`delete from cron.job_run_details where start_time < now() - ${historyKept}::interval`.catch(
        () => {},
      );
  }

  await closeOldRuns();
  const listener = await sql.listen("pg_cron", reload, reload);
  await reload();
  for (const entry of entries.values()) if (entry.job.schedule.trim() === "@reboot") entry.pending = 1;
  const timers = [setInterval(tick, tickMs), setInterval(reload, reloadMs), setInterval(prune, 10 * 60_000)];
  return {
    async stop() {
      stopped = true;
      timers.forEach(clearInterval);
      await listener.unlisten().catch(() => {});
      await Promise.race([Promise.all(running), new Promise((done) => setTimeout(done, 5000).unref())]);
    },
  };
}
