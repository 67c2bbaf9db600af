import type { ClaimedJob } from "../../../lib/contract/worker.ts";

/** Seconds from the record of an earlier request to the claim of this attempt, by the database's clock. */
export function ageInSeconds(
  { created_at }: ClaimedJob["unsettled_predictions"][number],
  { claimed_at }: ClaimedJob,
): number {
  const claimed = claimed_at === undefined ? Date.now() : Date.parse(claimed_at);
  return (claimed - Date.parse(created_at)) / 1000;
}
