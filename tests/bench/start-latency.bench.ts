import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { withScratchDatabase } from "../../supabase/local/scratch.ts";
import { percentile, report, sizeFromEnv } from "./bench-kit.ts";
import { makeFloor } from "./queues/floor.ts";
import { floor, graphile, type IdleWorker, ours, pgBoss, type Starts } from "./queues/idle-workers.ts";
import { allowWakeUps, signUp } from "./queues/own.ts";

// From the call that enqueues a job to the job's code, with an idle worker in this process. Every worker is woken by a
// notification of Postgres; ours by the one that announces the wake-up call in pg_net's queue, so this leaves out the
// HTTP call to the Edge Function that follows in production: insert-to-worker measures that whole way.
// BENCH_SAMPLES shortens it.
const samples = sizeFromEnv("BENCH_SAMPLES", 300);

async function sample(worker: IdleWorker, starts: Starts): Promise<number> {
  const started = once(starts, "start", { signal: AbortSignal.timeout(10_000) });
  const begun = performance.now();
  const put = worker.enqueue();
  await started;
  const milliseconds = performance.now() - begun;
  await put;
  return milliseconds;
}

await withScratchDatabase(async (admin, url) => {
  const sql = postgres(url, { max: 3, onnotice: () => {} });
  const starts: Starts = new EventEmitter();
  const users = await signUp(admin, 1);
  await allowWakeUps(admin);
  await makeFloor(admin);
  const workers = {
    ours: await ours(sql, users, starts),
    "graphile-worker": await graphile(sql, url, starts),
    "pg-boss with notifications": await pgBoss(url, starts),
    "plain functions and NOTIFY": await floor(sql, users, starts),
  };
  const times: Record<string, number[]> = {};
  for (let round = -20; round < samples; round++)
    for (const [name, worker] of Object.entries(workers)) {
      const milliseconds = await sample(worker, starts);
      if (round >= 0) times[name] = [...(times[name] ?? []), milliseconds];
      // The worker ends its job and goes back to waiting.
      await pause(15);
    }
  for (const worker of Object.values(workers)) await worker.stop();
  await sql.end();
  for (const peer of ["graphile-worker", "pg-boss with notifications", "plain functions and NOTIFY"])
    for (const [label, share] of [
      ["p50", 0.5],
      ["p95", 0.95],
    ] as const)
      report({
        name: `enqueue -> job code, listening Node worker, no HTTP, ${label} (peer: ${peer})`,
        value: percentile(times.ours ?? [], share),
        unit: "ms",
        peer: percentile(times[peer] ?? [], share),
      });
});
