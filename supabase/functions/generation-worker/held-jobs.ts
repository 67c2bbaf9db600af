import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import { type Failure, JobFailure } from "../_shared/failure.ts";
import type { Tools } from "../_shared/tools.ts";
import { timedOut } from "./attempt-time.ts";
import { failAttempt } from "./fail-attempt.ts";

const held = new Map<string, { job: ClaimedJob; tools: Tools }>();

/** Does the work of a job, which this process is known to hold meanwhile. */
export async function holdWhile<T>(job: ClaimedJob, tools: Tools, work: () => Promise<T>): Promise<T> {
  held.set(job.id, { job, tools });
  try {
    return await work();
  } finally {
    held.delete(job.id);
  }
}

const outOfResources: Failure = {
  code: "resource",
  message: "This needed more than a worker has.",
  isRetryable: true,
  maxRetries: 1,
};

/**
 * Gives back what this process holds, because the platform is about to end it: for "cpu" and "memory" the work itself
 * is to blame, and it is tried once more at most. What cannot be given back in time is found by its lease.
 */
export async function giveBack(reason: unknown): Promise<void> {
  const isToBlame = reason === "cpu" || reason === "memory";
  const failure = isToBlame ? { ...outOfResources, detail: { reason } } : timedOut;
  await Promise.all(
    [...held.values()].map(({ job, tools }) => failAttempt(job, new JobFailure(failure), tools)),
  );
}
