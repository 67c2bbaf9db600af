import type postgres from "postgres";
import { insertManyJobs } from "../fixtures/many-jobs.ts";
import { median, report, sizeFromEnv } from "./bench-kit.ts";
import { withCopies } from "./copies.ts";
import { allowWakeUps, claim, enqueue, signUp } from "./queues/own.ts";

// What a claim costs when there is much behind it or before it. Databases of different size on one server are asked in
// turns. BENCH_ROWS (finished jobs), BENCH_PENDING and BENCH_SAMPLES shorten it.
const finished = sizeFromEnv("BENCH_ROWS", 1_000_000);
const pending = sizeFromEnv("BENCH_PENDING", 100_000);
const samples = sizeFromEnv("BENCH_SAMPLES", 300);

interface Case {
  sql: postgres.Sql;
  users: string[];
  times: number[];
}

async function prepare(
  sql: postgres.Sql,
  size: { finished: number; pending: number; users: number },
): Promise<Case> {
  const users = await signUp(sql, size.users);
  await allowWakeUps(sql);
  await insertManyJobs(sql, size.finished, { activeShare: 0, people: 100 });
  await enqueue(sql, users, size.pending);
  await sql`vacuum (freeze, analyze)`;
  return { sql, users, times: [] };
}

/** One timed claim; then its jobs end and as many new ones come, so that the size stays. */
async function sample({ sql, users, times }: Case, limit: number): Promise<void> {
  const started = performance.now();
  const jobs = await claim(sql, "worker-bench", limit);
  times.push(performance.now() - started);
  if (jobs.length !== limit) throw new Error(`claimed ${jobs.length} of ${limit} jobs`);
  for (const { id, attempt } of jobs) await sql`select public.complete_job(${id}, ${attempt}, '{}')`;
  const start = Math.floor(Math.random() * users.length);
  await enqueue(sql, [...users.slice(start), ...users.slice(0, start)], limit);
}

async function compare(what: string, big: Case, small: Case, peer: string): Promise<void> {
  for (const limit of [1, 10]) {
    const cases = [small, big];
    for (let warm = 0; warm < 20; warm++) for (const one of cases) await sample(one, limit);
    for (const one of cases) one.times = [];
    for (let n = 0; n < samples; n++)
      for (const one of n % 2 === 0 ? cases : cases.toReversed()) await sample(one, limit);
    report({
      name: `claim of ${limit} with ${what}, p50 (peer: with ${peer})`,
      value: median(big.times),
      unit: "ms",
      peer: median(small.times),
    });
  }
}

const count = (number: number) => number.toLocaleString("en");

await withCopies(["few", "many", "waiting"], async (copies) => {
  const few = await prepare(copies.few, { finished: 1000, pending: 1000, users: 100 });
  const many = await prepare(copies.many, { finished, pending: 1000, users: 100 });
  await compare(`P5: ${count(finished)} finished jobs`, many, few, "1,000");
  const waiting = await prepare(copies.waiting, { finished: 1000, pending, users: 1000 });
  await compare(`${count(pending)} waiting jobs of 1,000 users`, waiting, few, "1,000 of 100");
});
