import type { Tools } from "../_shared/tools.ts";
import { workTypes } from "./generators/registry.ts";
import { runJob } from "./run-job.ts";

/** Half of the shortest wall clock that the platform gives, so that what was claimed last has time to end. */
const budgetMilliseconds = 75_000;
const claimLimit = 10;

export interface Drained {
  worker: string;
  claimed: number;
  /** False when the time was up while there may be more. */
  isEmpty: boolean;
}

/** Claims and runs jobs until none is left that may run now, or the time is up. */
export async function drain(tools: Tools, budget = budgetMilliseconds): Promise<Drained> {
  const worker = `worker-${crypto.randomUUID().slice(0, 8)}`;
  const until = performance.now() + budget;
  let claimed = 0;
  while (performance.now() < until) {
    const jobs = await tools.engine.getNextJobs(worker, claimLimit, workTypes);
    if (jobs.length === 0) return { worker, claimed, isEmpty: true };
    claimed += jobs.length;
    await Promise.all(jobs.map((job) => runJob(job, tools)));
  }
  return { worker, claimed, isEmpty: false };
}
