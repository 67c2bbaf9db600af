import type { ClaimedJob } from "../../../lib/contract/worker.ts";

/** When this attempt was claimed by the database's clock, in milliseconds: the worker's own may be minutes wrong. */
export function claimTime({ claimed_at }: Pick<ClaimedJob, "claimed_at">): number {
  return Date.parse(claimed_at);
}

/** Seconds from the record of an earlier request to the claim of this attempt, by the database's clock. */
export function ageInSeconds(
  { created_at }: ClaimedJob["unsettled_predictions"][number],
  job: ClaimedJob,
): number {
  return (claimTime(job) - Date.parse(created_at)) / 1000;
}
