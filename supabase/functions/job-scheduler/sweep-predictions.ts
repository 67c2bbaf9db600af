import { EngineRefusal } from "../_shared/call-database.ts";
import { collect } from "../_shared/collect.ts";
import { jobMilliseconds } from "../_shared/cpu-budget.ts";
import type { OpenPrediction } from "../_shared/engine.ts";
import { log } from "../_shared/log.ts";
import { endOf } from "../_shared/prediction-end.ts";
import { ProviderRefusal } from "../_shared/provider-refusal.ts";
import type { Tools } from "../_shared/tools.ts";
import { openTurns } from "../_shared/turns.ts";

/** How much one call does at most, if its CPU suffices: what is left comes with the next one, ten seconds later. */
const usual = { predictions: 60, milliseconds: 20_000 };
/** Whoever was asked about rests for a while, so no more is taken at once than the call surely gets to. */
const pageSize = 10;
const askedAtOnce = 5;

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

/** Also where the cancellation comes too late: what was made is dropped, and paid for as noted when it was asked for. */
async function cancel({ id, external_id }: OpenPrediction, { engine, provider }: Tools): Promise<string> {
  const seen = await provider.cancel(external_id);
  await engine.settlePrediction(id, (seen && endOf(seen)) ?? "cancelled");
  return "cancelled";
}

async function sweepOne(open: OpenPrediction, tools: Tools): Promise<string> {
  const { engine, provider } = tools;
  if (open.must_cancel) return cancel(open, tools);
  const prediction = await provider.get(open.external_id);
  if (!prediction) return forget(open.id, tools);
  const found = await engine.findPrediction(open.id);
  return found ? collect(found, prediction, tools) : "unknown";
}

function nameOf(error: unknown, { external_id }: OpenPrediction): string {
  if (error instanceof EngineRefusal) return "refused";
  log("sweep failed", { prediction: external_id, error: String(error).slice(0, 500) });
  return error instanceof ProviderRefusal && error.status === 429 ? "busy" : "error";
}

/**
 * Asks the provider about open predictions that nobody has asked about lately: webhooks only make this faster.
 * Cancels those that no job waits for. Says how many ended how; what failed comes again with a later sweep.
 */
export async function sweepPredictions(tools: Tools, most = usual): Promise<Record<string, number>> {
  const started = performance.now();
  const counts: Record<string, number> = {};
  const takeTurn = openTurns(askedAtOnce);
  const hasTime = () => performance.now() - started < most.milliseconds && tools.budget.hasRoom();
  for (let asked = 0; asked < most.predictions && hasTime(); ) {
    const open = await tools.engine.getOpenPredictions(Math.min(pageSize, most.predictions - asked));
    asked += open.length;
    tools.budget.spend(open.length * jobMilliseconds);
    const outcomes = await Promise.all(
      open.map((one) => takeTurn(() => sweepOne(one, tools)).catch((error) => nameOf(error, one))),
    );
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
    // A provider that wants to be left alone, or cannot be reached, is left alone until the next sweep.
    if (open.length < pageSize || counts.busy || counts.error) break;
  }
  return counts;
}
