import { collect } from "../_shared/collect.ts";
import { EngineRefusal, type OpenPrediction } from "../_shared/engine.ts";
import { log } from "../_shared/log.ts";
import type { Tools } from "../_shared/tools.ts";

const limit = 20;

async function forget(predictionId: string, { engine }: Tools): Promise<string> {
  const found = await engine.findPrediction(predictionId);
  await engine.settlePrediction(predictionId, "failed");
  if (found?.is_current)
    await engine.failJob(found.job_id, found.attempt, {
      code: "provider_failed",
      message: "The model lost this.",
      detail: { status: 404 },
      isRetryable: true,
    });
  return "lost";
}

async function sweepOne({ id, external_id, must_cancel }: OpenPrediction, tools: Tools): Promise<string> {
  const { engine, provider } = tools;
  if (must_cancel) {
    await provider.cancel(external_id);
    await engine.settlePrediction(id, "cancelled");
    return "cancelled";
  }
  const prediction = await provider.get(external_id);
  if (!prediction) return forget(id, tools);
  const found = await engine.findPrediction(id);
  return found ? collect(found, prediction, tools) : "unknown";
}

/**
 * Asks the provider about every open prediction that nobody has asked about lately: webhooks only make this faster.
 * Cancels those that no job waits for. Says how many ended how; what failed comes again with the next sweep.
 */
export async function sweepPredictions(tools: Tools): Promise<Record<string, number>> {
  const open = await tools.engine.getOpenPredictions(limit);
  const counts: Record<string, number> = {};
  const outcomes = await Promise.all(
    open.map((prediction) =>
      sweepOne(prediction, tools).catch((error) => {
        if (error instanceof EngineRefusal) return "refused";
        log("sweep failed", { prediction: prediction.external_id, error: String(error).slice(0, 500) });
        return "error";
      }),
    ),
  );
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
