import { EventEmitter } from "node:events";
import { Logger, runMigrations, runOnce, type WorkerEvents } from "graphile-worker";
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
 * and batched completion, set as in its own performance test.
 */
export function graphileQueue(sql: postgres.Sql, url: string, options: { isBatched: boolean }): Queue {
  const ran = new Ran();
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
      const events: WorkerEvents = new EventEmitter();
      let started: number | undefined;
      let ended: number | undefined;
      events.once("pool:release", () => {
        ended = performance.now();
      });
      await runOnce({
        preset: {
          worker: {
            connectionString: url,
            concurrentJobs: options.isBatched ? 24 : connections,
            maxPoolSize: connections,
            logger: silent,
            events,
            ...(options.isBatched ? { localQueue: { size: 500 }, completeJobBatchDelay: 0 } : {}),
          },
        },
        noHandleSignals: true,
        taskList: {
          nothing: (_payload, { job }) => {
            started ??= performance.now();
            ran.add(job.id);
          },
        },
      });
      if (started === undefined || ended === undefined) throw new Error("graphile-worker did not run");
      return (ended - started) / 1000;
    },
    check: async (count) => {
      ran.expectOnce(count);
      const [left] = await sql`select count(*)::int as jobs from graphile_worker._private_jobs`;
      if (left?.jobs !== 0) throw new Error(`graphile-worker left ${left?.jobs} jobs`);
    },
    clear: async () => {
      await sql`truncate graphile_worker._private_jobs`;
    },
  };
}
