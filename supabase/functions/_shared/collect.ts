import { moderationPayloadSchema } from "../../../lib/contract/moderation.ts";
import {
  conceptsPayloadSchema,
  type FoundPrediction,
  namesPayloadSchema,
  textPayloadSchema,
} from "../../../lib/contract/worker.ts";
import { EngineRefusal } from "./call-database.ts";
import { afterRetries, type Failure, JobFailure } from "./failure.ts";
import { makesFile } from "./judge-file.ts";
import { log } from "./log.ts";
import { endOf, failureOfEnd } from "./prediction-end.ts";
import type { ProviderPrediction } from "./provider.ts";
import { readConcepts } from "./read-concepts.ts";
import { readNames, readTexts, readTranscript } from "./read-texts.ts";
import { readVerdict } from "./read-verdict.ts";
import { storeFile } from "./store-file.ts";
import type { Tools } from "./tools.ts";

/** What came of looking at a prediction. */
export type Collected = "running" | "not_current" | "completed" | "failed" | "refused";

const startedPercent = 25;

async function readResult(found: FoundPrediction, prediction: ProviderPrediction, tools: Tools) {
  const { type, payload } = found;
  if (makesFile(type)) return await storeFile(prediction, type, found, tools);
  switch (type) {
    case "generate_concepts":
      return readConcepts(prediction.output, conceptsPayloadSchema.parse(payload));
    case "generate_text":
      return readTexts(prediction.output, textPayloadSchema.parse(payload));
    case "translate":
      return readNames(prediction.output, namesPayloadSchema.parse(payload));
    case "transcribe":
      return readTranscript(prediction.output);
    case "moderate":
      return readVerdict(prediction.output, moderationPayloadSchema.parse(payload));
    default:
      throw new Error(`A prediction cannot belong to a job of type ${type}`);
  }
}

/** Null when the job is completed, else why it has no result. Throws when we ourselves failed. */
async function takeResult(
  found: FoundPrediction,
  prediction: ProviderPrediction,
  tools: Tools,
): Promise<Failure | null> {
  if (endOf(prediction) !== "succeeded") return failureOfEnd(prediction);
  try {
    const result = await readResult(found, prediction, tools);
    await tools.engine.completeJob(found.job_id, found.attempt, result);
    return null;
  } catch (error) {
    // What went wrong on our side leaves the prediction open: its output can be read once more.
    if (error instanceof JobFailure) return error.failure;
    throw error;
  }
}

async function finish(
  found: FoundPrediction,
  prediction: ProviderPrediction,
  tools: Tools,
): Promise<Collected> {
  const failure = await takeResult(found, prediction, tools);
  if (!failure) return "completed";
  const end = endOf(prediction);
  await tools.engine.settlePrediction(found.id, end === "cancelled" ? end : "failed");
  await tools.engine.failJob(found.job_id, found.attempt, afterRetries(failure, found.retry_count));
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
  const end = endOf(prediction);
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
