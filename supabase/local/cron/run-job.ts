import type postgres from "postgres";
import { connect } from "../postgres/prepare.ts";

/** A row of `cron.job` as far as running it needs. */
export interface Job {
  jobid: string;
  schedule: string;
  command: string;
  username: string;
  database: string;
}

interface CommandResult {
  command?: string;
  count?: number;
}

/** What pg_cron would note of the last statement: "1 row" for a select, else its command. */
function describeResult(results: unknown): string {
  const list = results as CommandResult[];
  const last = Array.isArray(list[0]) ? list.at(-1) : (results as CommandResult);
  if (last?.command !== "SELECT") return last?.command ?? "";
  return `${last.count} row${last.count === 1 ? "" : "s"}`;
}

async function runCommand(url: string, job: Job, onStart: (pid: number) => Promise<void>): Promise<string> {
  const session = connect(url, { max: 1, connection: { application_name: "pg_cron" } });
  try {
    const [row] = await session`select pg_backend_pid() as pid`;
    await onStart(row?.pid);
    await session`select set_config('session_authorization', ${job.username}, false)`;
    const results: unknown = await session.unsafe(job.command).simple();
    return describeResult(results);
  } finally {
    await session.end({ timeout: 1 });
  }
}

/**
 * Runs one job in a session of its own as the job's user, and records it in `cron.job_run_details`. A job that fails is
 * recorded as failed; only a lost database throws.
 */
export async function runJob(sql: postgres.Sql, url: string, job: Job): Promise<void> {
  const [run] = await sql`
    insert into cron.job_run_details (jobid, database, username, command, status, start_time)
    values (${job.jobid}, ${job.database}, ${job.username}, ${job.command}, 'starting', clock_timestamp())
    returning runid`;
  const finish = (status: string, message: string) => sql`
    update cron.job_run_details set status = ${status}, return_message = ${message}, end_time = clock_timestamp()
    where runid = ${run?.runid}`;
  try {
    const message = await runCommand(url, job, async (pid) => {
      await sql`update cron.job_run_details set status = 'running', job_pid = ${pid} where runid = ${run?.runid}`;
    });
    await finish("succeeded", message);
  } catch (error) {
    await finish("failed", `ERROR: ${(error as Error).message}`);
  }
}
