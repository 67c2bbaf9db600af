import { conceptsPayloadSchema, type FoundPrediction } from "../../../lib/contract/worker.ts";
import { EngineRefusal, type PredictionEnd } from "./engine.ts";
import { type Failure, JobFailure } from "./failure.ts";
import { log } from "./log.ts";
import type { ProviderPrediction } from "./provider.ts";
import { readConcepts } from "./read-concepts.ts";
import { storeImage } from "./read-image.ts";
import type { Tools } from "./tools.ts";

/** What came of looking at a prediction. */
export type Collected = "running" | "not_current" | "completed" | "failed" | "refused";

const startedPercent = 25;
const ends: Record<string, PredictionEnd> = {
  succeeded: "succeeded",
  failed: "failed",
  canceled: "cancelled",
  aborted: "cancelled",
};

/** True when the provider will not change this prediction any more. */
export function hasEnded({ status }: Pick<ProviderPrediction, "status">): boolean {
  return Object.hasOwn(ends, status);
}

const unsafeWords = /nsfw|safety|sensitive|flagged|content policy|moderation/i;

function failureOf({ status, error }: ProviderPrediction): Failure {
  const words = String(error ?? "").slice(0, 500);
  if (unsafeWords.test(words))
    return {
      code: "content_flagged",
      message: "The model did not want to make this.",
      detail: { status, error: words },
      isRetryable: false,
    };
  return {
    code: "provider_failed",
    message: "The model failed.",
    detail: { status, error: words },
    isRetryable: true,
  };
}

async function readResult(found: FoundPrediction, prediction: ProviderPrediction, tools: Tools) {
  switch (found.type) {
    case "generate_concepts":
      return readConcepts(prediction.output, conceptsPayloadSchema.parse(found.payload));
    case "generate_image":
      return await storeImage(prediction.output, found, tools);
    default:
      throw new Error(`A prediction cannot belong to a job of type ${found.type}`);
  }
}

async function finish(
  found: FoundPrediction,
  prediction: ProviderPrediction,
  tools: Tools,
): Promise<Collected> {
  const { engine } = tools;
  let failure: Failure;
  if (prediction.status === "succeeded") {
    try {
      const result = await readResult(found, prediction, tools);
      await engine.completeJob(found.job_id, found.attempt, result);
      return "completed";
    } catch (error) {
      // What went wrong on our side leaves the prediction open: its output can be read once more.
      if (!(error instanceof JobFailure)) throw error;
      failure = error.failure;
    }
  } else failure = failureOf(prediction);
  const end = prediction.status === "succeeded" ? "failed" : (ends[prediction.status] ?? "failed");
  await engine.settlePrediction(found.id, end);
  await engine.failJob(found.job_id, found.attempt, failure);
  return "failed";
}

/**
 * Brings what the provider says about a prediction into the database: progress, the result, or the failure. Safe to
 * call at any time, by several at once, in any order: the attempt fences it. Throws only when we ourselves failed
 * (database, Storage) and it is worth doing again.
 */
export async function collect(
  found: FoundPrediction,
  prediction: ProviderPrediction,
  tools: Tools,
): Promise<Collected> {
  const { engine } = tools;
  const end = ends[prediction.status];
  let outcome: Collected;
  try {
    if (!found.is_current) {
      if (end) await engine.settlePrediction(found.id, end);
      outcome = "not_current";
    } else if (!end) {
      if (prediction.status === "processing")
        await engine.updateProgress(found.job_id, found.attempt, startedPercent);
      outcome = "running";
    } else outcome = await finish(found, prediction, tools);
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    outcome = "refused";
  }
  if (outcome !== "running")
    log("collected", {
      job: found.job_id,
      attempt: found.attempt,
      type: found.type,
      status: prediction.status,
      outcome,
    });
  return outcome;
}
