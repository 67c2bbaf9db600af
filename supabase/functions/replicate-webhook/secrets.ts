import { log } from "../_shared/log.ts";
import type { Tools } from "../_shared/tools.ts";

let fetched: Promise<string> | undefined;

/**
 * The secrets that a webhook may be signed with: those of the environment, else the one of the provider's account,
 * asked for once per process. Empty when there is none to be had: then nothing can be believed.
 */
export async function findSecrets({ environment, provider }: Tools): Promise<string[]> {
  if (environment.webhookSecrets.length > 0) return environment.webhookSecrets;
  fetched ??= provider.getWebhookSecret();
  try {
    return [await fetched];
  } catch (error) {
    fetched = undefined;
    log("webhook secret unavailable", { error: String(error).slice(0, 200) });
    return [];
  }
}
