import type { Environment } from "../_shared/environment.ts";

/** Calls the worker once more, so that a process near the end of its time passes on what is left. */
export async function handOver({ supabaseUrl, secretKey }: Environment): Promise<void> {
  const answer = await fetch(`${supabaseUrl}/functions/v1/generation-worker`, {
    method: "POST",
    headers: { apikey: secretKey },
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  await answer?.body?.cancel();
}
