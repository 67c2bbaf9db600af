import type { Environment } from "../_shared/environment.ts";

/** A provider on the internet can only call an address on the internet; without a webhook the sweep collects. */
export function webhookAddress(
  predictionId: string,
  { supabaseUrl, providerUrl }: Pick<Environment, "supabaseUrl" | "providerUrl">,
): string | undefined {
  const isUnreachable = providerUrl.startsWith("https:") && !supabaseUrl.startsWith("https:");
  return isUnreachable
    ? undefined
    : `${supabaseUrl}/functions/v1/replicate-webhook?prediction=${predictionId}`;
}
