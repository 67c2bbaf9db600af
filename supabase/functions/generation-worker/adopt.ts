import type { ClaimedJob, FoundPrediction } from "../../../lib/contract/worker.ts";
import { collect, hasEnded } from "../_shared/collect.ts";
import { canonicalJson } from "../_shared/digest.ts";
import { EngineRefusal } from "../_shared/engine.ts";
import type { ProviderPrediction } from "../_shared/provider.ts";
import type { Tools } from "../_shared/tools.ts";

type Unsettled = ClaimedJob["unsettled_predictions"][number];

const clockSlackMilliseconds = 60_000;
const maxPages = 3;

/** Reads the state of a prediction from the database and collects what the provider says about it. */
export async function collectNow(
  predictionId: string,
  seen: ProviderPrediction,
  tools: Tools,
): Promise<string> {
  const found: FoundPrediction | null = await tools.engine.findPrediction(predictionId);
  return found ? collect(found, seen, tools) : "unknown";
}

/** Our id in the webhook address tells for sure; where the list hides addresses, an equal input must do. */
function isSame(row: Unsettled, seen: ProviderPrediction): boolean {
  if (seen.webhook)
    return URL.canParse(seen.webhook) && new URL(seen.webhook).searchParams.get("prediction") === row.id;
  return Boolean(seen.input) && canonicalJson(seen.input) === canonicalJson(row.input);
}

/** Null when it turns out not to be free: another job's, or ended and settled already. */
async function takeOver(
  row: Unsettled,
  attempt: number,
  seen: ProviderPrediction,
  tools: Tools,
): Promise<string | null> {
  try {
    if (!(await tools.engine.savePrediction(row.id, attempt, seen.id))) return null;
  } catch (error) {
    if (error instanceof EngineRefusal && error.code === "already_taken") return null;
    throw error;
  }
  return `adopted, ${await collectNow(row.id, seen, tools)}`;
}

async function settleKnown(
  row: Unsettled,
  externalId: string,
  attempt: number,
  tools: Tools,
): Promise<string | null> {
  const { engine, provider } = tools;
  const seen = await provider.get(externalId);
  if (seen?.status === "succeeded") return takeOver(row, attempt, seen, tools);
  if (seen && !hasEnded(seen)) await provider.cancel(externalId);
  await engine.settlePrediction(row.id, "cancelled");
  return null;
}

/**
 * Looks after what earlier attempts left at the provider, so that nothing is paid for twice: a request whose answer
 * was lost is found again and adopted; one that took too long is adopted if it has succeeded since, else cancelled.
 * Returns how it went on, or null when a new request is needed. Throws ProviderRefusal when the provider cannot say.
 */
export async function adoptEarlier(job: ClaimedJob, tools: Tools): Promise<string | null> {
  for (const row of job.unsettled_predictions) {
    if (row.external_id !== null) {
      const outcome = await settleKnown(row, row.external_id, job.attempt, tools);
      if (outcome) return outcome;
      continue;
    }
    const since = new Date(Date.parse(row.created_at) - clockSlackMilliseconds);
    const recent = await tools.provider.listSince(since, maxPages);
    for (const seen of recent.filter((candidate) => isSame(row, candidate))) {
      const outcome = await takeOver(row, job.attempt, seen, tools);
      if (outcome) return outcome;
    }
    await tools.engine.markPredictionLost(row.id);
  }
  return null;
}
