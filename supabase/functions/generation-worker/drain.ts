import { jobMilliseconds } from "../_shared/cpu-budget.ts";
import { JobFailure } from "../_shared/failure.ts";
import type { Claims, UnreadableClaim } from "../_shared/read-claims.ts";
import type { Tools } from "../_shared/tools.ts";
import { failAttempt } from "./fail-attempt.ts";
import { workTypes } from "./generators/registry.ts";
import { runJob } from "./run-job.ts";

/**
 * A process gets no new calls past half of its wall clock, of which the platform's shortest is 150 s. So a call that
 * came last has 75 s: for 40 s it claims, and what was claimed last has the rest to end.
 */
const usual = { claimMilliseconds: 40_000, endMilliseconds: 70_000 };
const claimLimit = 10;

export interface Drained {
  worker: string;
  claimed: number;
  /** False when the time was up, or enough done for one call, while there may be more. */
  isEmpty: boolean;
}

const unknownPayload = ({ fields }: UnreadableClaim) =>
  new JobFailure({
    code: "unknown_payload",
    message: "This job cannot be read.",
    detail: { fields },
    isRetryable: false,
  });

/** Both kinds at once, so that neither waits for the other's answer. */
async function claim(worker: string, { engine }: Tools): Promise<Claims> {
  const [judgements, others] = await Promise.all([
    engine.getNextJudgements(worker, claimLimit),
    engine.getNextJobs(worker, claimLimit, workTypes),
  ]);
  return {
    count: judgements.count + others.count,
    jobs: [...judgements.jobs, ...others.jobs],
    unreadable: [...judgements.unreadable, ...others.unreadable],
  };
}

/** Claims and runs jobs until none is left that may run now, or the time or the CPU of one call is used up. */
export async function drain(tools: Tools, times = usual): Promise<Drained> {
  const worker = `worker-${crypto.randomUUID().slice(0, 8)}`;
  const started = performance.now();
  const left = (milliseconds: number) => started + milliseconds - performance.now();
  let claimed = 0;
  while (left(times.claimMilliseconds) > 0 && tools.budget.hasRoom()) {
    const { count, jobs, unreadable } = await claim(worker, tools);
    if (count === 0) return { worker, claimed, isEmpty: true };
    claimed += count;
    tools.budget.spend(count * jobMilliseconds);
    const end = left(times.endMilliseconds);
    await Promise.all([
      ...unreadable.map((claim) => failAttempt(claim, unknownPayload(claim), tools)),
      ...jobs.map((job) => runJob(job, tools, end)),
    ]);
  }
  return { worker, claimed, isEmpty: false };
}
