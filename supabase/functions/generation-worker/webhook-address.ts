import { type Environment, isReachable } from "../_shared/environment.ts";

/** Where the provider says that a prediction has ended; where it cannot reach us, the sweep collects without it. */
export function webhookAddress(
  predictionId: string,
  environment: Pick<Environment, "supabaseUrl" | "providerUrl">,
): string | undefined {
  if (!isReachable(environment)) return undefined;
  return `${environment.supabaseUrl}/functions/v1/replicate-webhook?prediction=${predictionId}`;
}
