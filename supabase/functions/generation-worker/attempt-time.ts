import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import type { Failure } from "../_shared/failure.ts";
import { claimTime } from "./claim-time.ts";

/** No attempt may last longer, whatever a clock says: an Edge Function lives for 150 s. */
const longestMilliseconds = 140_000;
/** Less than this is no attempt at all. */
const shortestMilliseconds = 1000;
/** Kept back to say that the time is up while the lease still holds. */
const farewellMilliseconds = 2000;

/** What is recorded of an attempt that was stopped. */
export const timedOut: Failure = {
  code: "timed_out",
  message: "This took too long.",
  isRetryable: true,
};

/** How long this attempt may work, in milliseconds: up to its own deadline, and no longer than its process has. */
export function attemptMilliseconds(
  job: Pick<ClaimedJob, "claimed_at" | "deadline_at">,
  processMilliseconds: number,
): number {
  const own = Date.parse(job.deadline_at) - claimTime(job) - farewellMilliseconds;
  return Math.max(shortestMilliseconds, Math.min(own, longestMilliseconds, processMilliseconds));
}
