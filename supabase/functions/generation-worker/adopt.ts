import type { ClaimedJob, FoundPrediction } from "../../../lib/contract/worker.ts";
import { EngineRefusal } from "../_shared/call-database.ts";
import { collect } from "../_shared/collect.ts";
import { canonicalJson } from "../_shared/digest.ts";
import { endOf } from "../_shared/prediction-end.ts";
import type { ProviderPrediction } from "../_shared/provider.ts";
import type { Tools } from "../_shared/tools.ts";
import { ageInSeconds } from "./claim-time.ts";

type Unsettled = ClaimedJob["unsettled_predictions"][number];

/** How long a request whose answer was lost may still turn up at the provider: nothing is sent again before. */
const patienceSeconds = 60;
/** Our clock, the database's and the provider's may differ by this much when its list is searched. */
const clockSlackMilliseconds = 60_000;
/** The provider takes 600 requests a minute: so many pages hold all of the three minutes that are searched. */
const maxPages = 20;

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

/** A prediction whose id is known: adopted when it succeeded or still has time, else cancelled. */
async function settleKnown(
  row: Unsettled,
  externalId: string,
  job: ClaimedJob,
  { engine, provider, ...tools }: Tools,
): Promise<string | null> {
  const seen = await provider.get(externalId);
  const end = seen ? endOf(seen) : "failed";
  const hasTime = ageInSeconds(row, job) < (job.model?.timeout_seconds ?? 0);
  if (seen && (end === "succeeded" || (!end && hasTime)))
    return takeOver(row, job.attempt, seen, { engine, provider, ...tools });
  if (!end) await provider.cancel(externalId);
  await engine.settlePrediction(row.id, end ?? "cancelled");
  return null;
}

/** A request whose fate nobody knows: looked for at the provider, waited for, and in the end given up. */
async function findUnknown(row: Unsettled, job: ClaimedJob, tools: Tools): Promise<string | null> {
  const { engine, provider } = tools;
  const created = Date.parse(row.created_at);
  const until = created + patienceSeconds * 1000 + clockSlackMilliseconds;
  const recent = await provider.listBetween(
    new Date(created - clockSlackMilliseconds),
    new Date(until),
    maxPages,
  );
  for (const seen of recent.filter((candidate) => isSame(row, candidate))) {
    const outcome = await takeOver(row, job.attempt, seen, tools);
    if (outcome) return outcome;
  }
  const left = Math.min(patienceSeconds, patienceSeconds - ageInSeconds(row, job));
  if (left > 0) {
    const message = "The model did not answer; it is being looked for.";
    const reason = { code: "provider_unreachable", message, isRetryable: true };
    await engine.deferJob(job.id, job.attempt, left, reason);
    return "deferred";
  }
  await engine.markPredictionLost(row.id);
  return null;
}

/**
 * Looks after what earlier attempts left at the provider, so that nothing is paid for twice: a request whose answer
 * was lost is found again and adopted, or waited for until it is a minute old. Returns how it went on, or null when a
 * new request is needed. Throws ProviderRefusal when the provider cannot say.
 */
export async function adoptEarlier(job: ClaimedJob, tools: Tools): Promise<string | null> {
  for (const row of job.unsettled_predictions) {
    const outcome =
      row.external_id === null
        ? await findUnknown(row, job, tools)
        : await settleKnown(row, row.external_id, job, tools);
    if (outcome) return outcome;
  }
  return null;
}
