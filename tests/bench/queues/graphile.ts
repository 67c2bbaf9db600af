import { setTimeout as pause } from "node:timers/promises";
import { Logger, run, runMigrations } from "graphile-worker";
import type postgres from "postgres";
import { connections, type Queue, Ran } from "./queue.ts";

/** Drops what a peer has to say about each job. */
export const silent = new Logger(() => () => {});

/** Installs graphile-worker's schema beside ours. */
export async function makeGraphile(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, logger: silent });
}

/**
 * graphile-worker as it comes (each worker claims one job and completes it by its own call), or with its local queue
 * and batched completion. One more connection than others, since it listens on one.
 */
export function graphileQueue(sql: postgres.Sql, url: string, options: { isBatched: boolean }): Queue {
  const ran = new Ran();

  async function isLeft(): Promise<boolean> {
    const [found] = await sql`select exists (select from graphile_worker._private_jobs) as is_left`;
    return found?.is_left;
  }

  return {
    name: options.isBatched
      ? "graphile-worker, local queue of 500 and batched completion"
      : "graphile-worker, one by one",
    fill: async (count) => {
      await sql`
        select count(*) from graphile_worker.add_jobs(array(
          select row('nothing', json_build_object('n', n), null, null, null, null, null, null)::graphile_worker.job_spec
          from generate_series(0, ${count - 1}) n))`;
      await sql`vacuum analyze graphile_worker._private_jobs`;
    },
    drain: async () => {
      const [put] = await sql`select count(*)::int as jobs from graphile_worker._private_jobs`;
      let started: number | undefined;
      let left: number = put?.jobs;
      const all = Promise.withResolvers<void>();
      const runner = await run({
        preset: {
          worker: {
            connectionString: url,
            concurrentJobs: options.isBatched ? 24 : connections,
            maxPoolSize: connections + 1,
            logger: silent,
            ...(options.isBatched ? { localQueue: { size: 500 }, completeJobBatchDelay: 0 } : {}),
          },
        },
        noHandleSignals: true,
        parsedCronItems: [],
        taskList: {
          nothing: (_payload, { job }) => {
            started ??= performance.now();
            ran.add(job.id);
            left -= 1;
            if (left === 0) all.resolve();
          },
        },
      });
      await all.promise;
      // It completes behind the back of its workers: the last job has run, but is not deleted yet.
      while (await isLeft()) await pause(1);
      const ended = performance.now();
      await runner.stop();
      return (ended - (started ?? Number.NaN)) / 1000;
    },
    check: async (count) => {
      ran.expectOnce(count);
      if (await isLeft()) throw new Error("graphile-worker left jobs behind");
    },
    clear: async () => {
      await sql`truncate graphile_worker._private_jobs`;
    },
  };
}
