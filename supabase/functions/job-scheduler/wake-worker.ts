import type { Tools } from "../_shared/tools.ts";

/** The worker goes on after we hang up, so nothing waits for it. */
const patienceMilliseconds = 1000;

/** Calls the worker for whatever may run now; true when it answered, or took the call and is still at work. */
export async function wakeWorker({ environment }: Tools): Promise<boolean> {
  const { supabaseUrl, secretKey } = environment;
  try {
    const answer = await fetch(`${supabaseUrl}/functions/v1/generation-worker`, {
      method: "POST",
      headers: { apikey: secretKey },
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch (error) {
    return error instanceof DOMException && error.name === "TimeoutError";
  }
}
