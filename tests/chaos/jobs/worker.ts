import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isOutage } from "../outage.ts";
import { connectAgain } from "../scratch-server.ts";
import { type ChaosJob, openCalls, Refused } from "./engine-calls.ts";
import { timesOf } from "./ground.ts";
import { openWork } from "./work.ts";
import { writeLine } from "./worker-log.ts";

/** What the fleet tells a worker process through its environment. */
export interface WorkerOrders {
  name: string;
  databaseUrl: string;
  providerUrl: string;
  logFolder: string;
  leaseSeconds: number;
}

const orders: WorkerOrders = JSON.parse(process.env.CHAOS_WORKER ?? "{}");
const { name } = orders;
const logFile = join(orders.logFolder, `${name}.jsonl`);
const sql = connectAgain(orders.databaseUrl, 6);
const calls = openCalls(sql, name, (line) => writeLine(logFile, line));
const work = openWork(calls, orders.providerUrl, orders.leaseSeconds);
const beatMilliseconds = timesOf(orders.leaseSeconds).leaseMilliseconds * 0.4;
const types = ["generate_concepts", "generate_image", "notify"];

let held = 0;
let isLeaving = false;
const leave = () => {
  isLeaving = true;
};
process.on("SIGTERM", leave);
process.on("disconnect", () => process.exit(0));

function hold(change: number): void {
  held += change;
  process.send?.({ held });
}

/** A stale worker is refused and goes on with something else; anything but that and an outage is a surprise. */
async function attempt(call: string, doIt: () => Promise<unknown>): Promise<void> {
  try {
    await doIt();
  } catch (error) {
    if (error instanceof Refused || isOutage(error)) return;
    writeLine(logFile, { kind: "surprise", call, error: String(error), worker: name });
  }
}

async function runJob(job: ChaosJob): Promise<void> {
  const beat = setInterval(() => attempt("heartbeat", () => calls.heartbeat(job)), beatMilliseconds);
  try {
    await attempt(job.type, () => work.run(job));
  } finally {
    clearInterval(beat);
    hold(-1);
  }
}

async function turn(): Promise<void> {
  const jobs = await calls.claim(types, 10);
  hold(jobs.length);
  const collecting = (await work.sweep()).map((collect) => attempt("sweep", collect));
  await Promise.all([...jobs.map(runJob), ...collecting]);
  if (jobs.length + collecting.length === 0) await pause(100);
}

process.send?.({ held });
while (!isLeaving) await attempt("turn", turn);
await sql.end({ timeout: 2 });
process.exit(0);
