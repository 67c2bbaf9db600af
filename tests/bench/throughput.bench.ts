import postgres from "postgres";
import { withScratchDatabase } from "../../supabase/local/scratch.ts";
import { median, report, sizeFromEnv } from "./bench-kit.ts";
import { floorQueue, makeFloor } from "./queues/floor.ts";
import { graphileQueue, makeGraphile } from "./queues/graphile.ts";
import { allowWakeUps, ownQueue, signUp } from "./queues/own.ts";
import { makePgBoss, pgBossQueue } from "./queues/pg-boss.ts";
import { connections, type Queue } from "./queues/queue.ts";

// Claim and completion of jobs that do nothing: ours with its limits, events and messages, against other queues on the
// same Postgres. Each round takes every queue once, so that noise hits all of them. BENCH_JOBS and BENCH_ROUNDS shorten it.
const jobs = sizeFromEnv("BENCH_JOBS", 20_000);
const rounds = sizeFromEnv("BENCH_ROUNDS", 3);

async function once(queue: Queue, count: number): Promise<number> {
  await queue.fill(count);
  const seconds = await queue.drain();
  await queue.check(count);
  await queue.clear();
  return count / seconds;
}

async function measure(queues: Record<string, Queue>): Promise<Record<string, number>> {
  const rates: Record<string, number[]> = {};
  for (const queue of Object.values(queues)) await once(queue, Math.min(jobs, 1000));
  for (let round = 0; round < rounds; round++)
    for (const [key, queue] of Object.entries(queues)) {
      const rate = await once(queue, jobs);
      console.error(`    round ${round + 1}: ${key} ${Math.round(rate)} jobs/s`);
      rates[key] = [...(rates[key] ?? []), rate];
    }
  return Object.fromEntries(Object.entries(rates).map(([key, samples]) => [key, median(samples)]));
}

await withScratchDatabase(async (admin, url) => {
  const sql = postgres(url, { max: connections, onnotice: () => {} });
  const users = await signUp(admin, 100);
  await allowWakeUps(admin);
  await makeFloor(admin);
  await makeGraphile(url);
  const boss = await makePgBoss(url);
  const close = async () => {
    await boss.stop({ graceful: false });
    await sql.end();
  };
  const rates = await measure({
    "own 1": ownQueue(sql, users, { perClaim: 1 }),
    "floor 1": floorQueue(sql, users, { perClaim: 1 }),
    "graphile-worker 1": graphileQueue(sql, url, { isBatched: false }),
    "pg-boss 1": pgBossQueue(sql, boss, { perClaim: 1 }),
    "own 10": ownQueue(sql, users, { perClaim: 10 }),
    "floor 10": floorQueue(sql, users, { perClaim: 10 }),
    "own 10 together": ownQueue(sql, users, { perClaim: 10, together: true }),
    "floor 10 together": floorQueue(sql, users, { perClaim: 10, together: true }),
    "own 50": ownQueue(sql, users, { perClaim: 50 }),
    "floor 50": floorQueue(sql, users, { perClaim: 50 }),
    "own 50 together": ownQueue(sql, users, { perClaim: 50, together: true }),
    "floor 50 together": floorQueue(sql, users, { perClaim: 50, together: true }),
    "graphile-worker batched": graphileQueue(sql, url, { isBatched: true }),
    "pg-boss 50": pgBossQueue(sql, boss, { perClaim: 50 }),
  }).finally(close);

  const compare = (what: string, own: string, peer: string, peerName: string) =>
    report({
      name: `${what} (peer: ${peerName})`,
      value: rates[own] ?? Number.NaN,
      unit: "jobs/s",
      peer: rates[peer] ?? null,
    });
  const floor = "plain SKIP LOCKED functions";
  compare(
    "P1: claim + complete, 1 job per claim",
    "own 1",
    "graphile-worker 1",
    "graphile-worker, 1 job per claim",
  );
  compare(
    "P1: claim + complete, 50 jobs per claim, completed together",
    "own 50 together",
    "floor 50 together",
    floor,
  );
  compare("claim + complete, 1 job per claim", "own 1", "pg-boss 1", "pg-boss, 1 job per fetch");
  compare("claim + complete, 1 job per claim", "own 1", "floor 1", floor);
  for (const size of [10, 50]) {
    compare(
      `claim + complete, ${size} jobs per claim, completed one by one`,
      `own ${size}`,
      `floor ${size}`,
      floor,
    );
  }
  compare(
    "claim + complete, 10 jobs per claim, completed together",
    "own 10 together",
    "floor 10 together",
    floor,
  );
  compare(
    "claim + complete, 50 jobs per claim, completed together",
    "own 50 together",
    "graphile-worker batched",
    "graphile-worker, local queue of 500, batched completion",
  );
  compare(
    "claim + complete, 50 jobs per claim, completed together",
    "own 50 together",
    "pg-boss 50",
    "pg-boss, 50 jobs per fetch",
  );
});
