import type { ClaimedJob } from "../../../lib/contract/worker.ts";

const usualLeaseMilliseconds = 60_000;

/**
 * When this attempt was claimed by the database's clock, in milliseconds: the worker's own may be minutes wrong. An
 * engine that does not say so gave a lease of the usual length.
 */
export function claimTime({
  claimed_at,
  lease_expires_at,
}: Pick<ClaimedJob, "claimed_at" | "lease_expires_at">): number {
  return claimed_at === undefined
    ? Date.parse(lease_expires_at) - usualLeaseMilliseconds
    : Date.parse(claimed_at);
}

/** Seconds from the record of an earlier request to the claim of this attempt, by the database's clock. */
export function ageInSeconds(
  { created_at }: ClaimedJob["unsettled_predictions"][number],
  job: ClaimedJob,
): number {
  return (claimTime(job) - Date.parse(created_at)) / 1000;
}
