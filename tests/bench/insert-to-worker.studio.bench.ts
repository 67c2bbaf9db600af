import { setTimeout as pause } from "node:timers/promises";
import { percentile, report } from "./bench-kit.ts";
import { benchDatabase, benchStack } from "./studio-kit.ts";

// From the insert of a job, through trigger, pg_net, gateway and Edge Function, to its claim. The job is a publish
// order that no worker can read, so that nothing but the way to the worker is measured.
const rounds = 100;
const sql = benchDatabase();
const { status } = benchStack();
const [person] = await sql`select id from public.profiles where email = 'second@studio.test'`;

async function once(): Promise<number> {
  const [job] = await sql`
    select public.enqueue_jobs(${sql.json([{ user_id: person?.id, type: "publish", payload: {} }])}) as id`;
  for (;;) {
    const [row] = await sql<{ ms: number | null }[]>`
      select extract(epoch from started_at - created_at)::float * 1000 as ms from public.jobs where id = ${job?.id}`;
    if (row?.ms != null) return row.ms;
    await pause(5);
  }
}

/** The parts of the way: a notification that reaches Node, and a call of the warm worker that finds nothing to do. */
async function partsOnce(): Promise<number> {
  let started = performance.now();
  await new Promise<void>((heard) => {
    hear = heard;
    void sql.notify("bench_floor", "x");
  });
  const notice = performance.now() - started;
  started = performance.now();
  const answer = await fetch(`${status.functionsUrl}/generation-worker`, {
    method: "POST",
    headers: { apikey: status.secretKey },
  });
  await answer.text();
  return notice + performance.now() - started;
}

let hear: () => void = () => {};
const listening = await sql.listen("bench_floor", () => hear());
for (let warm = 0; warm < 10; warm++) {
  await once();
  await partsOnce();
}
const ways: number[] = [];
const parts: number[] = [];
for (let round = 0; round < rounds; round++) {
  ways.push(await once());
  await pause(20);
  parts.push(await partsOnce());
}
for (const [label, share] of [
  ["p50", 0.5],
  ["p95", 0.95],
] as const)
  report({
    name: `insert -> worker start, ${label} (peer: sum of its parts)`,
    value: percentile(ways, share),
    unit: "ms",
    peer: percentile(parts, share),
  });
await listening.unlisten();
await sql.end();
