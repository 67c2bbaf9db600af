import type { Environment } from "./environment.ts";

/** Calls a function once more, so that a call near the end of its time or CPU passes on what is left. */
export async function handOver(
  to: "generation-worker" | "job-scheduler",
  { supabaseUrl, secretKey }: Environment,
): Promise<void> {
  const answer = await fetch(`${supabaseUrl}/functions/v1/${to}`, {
    method: "POST",
    headers: { apikey: secretKey },
    signal: AbortSignal.timeout(5000),
  }).catch(() => undefined);
  await answer?.body?.cancel();
}
