import type { PredictionEnd } from "./engine.ts";
import type { Failure } from "./failure.ts";
import type { ProviderPrediction } from "./provider.ts";

const ends: Record<string, PredictionEnd> = {
  succeeded: "succeeded",
  failed: "failed",
  canceled: "cancelled",
  aborted: "cancelled",
};

/** How it ended; undefined while it may still change, also in a status that nobody has seen yet. */
export function endOf({ status }: Pick<ProviderPrediction, "status">): PredictionEnd | undefined {
  return Object.hasOwn(ends, status) ? ends[status] : undefined;
}

const unsafeWords = /nsfw|safety|sensitive|flagged|content policy|moderation/i;

/** The failure of what the model, or a filter behind it, did not want to make. Trying again would not help. */
export function flagged(detail: Record<string, unknown>): Failure {
  return {
    code: "content_flagged",
    message: "The model did not want to make this.",
    detail,
    isRetryable: false,
  };
}

/** True for words of a provider that speak of unsafe content. */
export const soundsUnsafe = (words: unknown) => unsafeWords.test(String(words ?? ""));

/** What it means for the job that its prediction ended without a result. */
export function failureOfEnd({ status, error }: ProviderPrediction): Failure {
  const detail = { status, error: String(error ?? "").slice(0, 500) };
  if (soundsUnsafe(error)) return flagged(detail);
  return { code: "provider_failed", message: "The model failed.", detail, isRetryable: true };
}
