import type { Language } from "../contract/languages.ts";
import type { Job } from "../jobs/schema.ts";
import { Problem, requestJson } from "../problem.ts";

const lookAgainMs = 800;
/** A theme takes seconds; whoever has waited for this long would rather type. */
const longestMs = 60_000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      fail(signal.reason);
    });
  });
}

/**
 * What somebody said in a recording, on one line. Throws a Problem: `model_not_configured` where nobody can write it down,
 * `provider_unavailable` when it was not written down within a minute, or failed; and what `signal` was aborted with.
 */
export async function writeDown(recording: Blob, language: Language, signal: AbortSignal): Promise<string> {
  const { jobId } = await requestJson<{ jobId: string }>(
    `/api/transcriptions?${new URLSearchParams({ language })}`,
    { method: "POST", body: recording, signal },
  );
  for (let waited = 0; waited < longestMs; waited += lookAgainMs) {
    await pause(lookAgainMs, signal);
    const { status, result } = await requestJson<Job>(`/api/jobs/${jobId}`, { signal });
    if (status === "completed") return String(result?.text ?? "").trim();
    if (status === "failed" || status === "cancelled") break;
  }
  throw new Problem("provider_unavailable");
}
