import { z } from "zod";
import type { FoundPrediction } from "../../../lib/contract/worker.ts";
import { EngineRefusal } from "../_shared/call-database.ts";
import { collect } from "../_shared/collect.ts";
import { endOf } from "../_shared/prediction-end.ts";
import { type ProviderPrediction, providerPredictionSchema } from "../_shared/provider.ts";
import type { Tools } from "../_shared/tools.ts";

/** Whether the message is about the prediction that its address names. A first message may come before our own note. */
async function isOurs(
  found: FoundPrediction,
  prediction: ProviderPrediction,
  { engine }: Tools,
): Promise<boolean> {
  if (found.external_id !== null) return found.external_id === prediction.id;
  try {
    await engine.savePrediction(found.id, found.attempt, prediction.id);
    return true;
  } catch (error) {
    if (error instanceof EngineRefusal) return false;
    throw error;
  }
}

function parse(body: string): ProviderPrediction | null {
  try {
    return providerPredictionSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/** The signature covers the body, not the address: where the body names one, it must name the same prediction. */
function isAddressed({ webhook }: ProviderPrediction, id: string): boolean {
  if (!webhook) return true;
  return URL.canParse(webhook) && new URL(webhook).searchParams.get("prediction") === id;
}

/** What nobody here waits for, its account or job being deleted or its request sent twice, need not be made. */
async function turnAway(
  outcome: string,
  prediction: ProviderPrediction,
  { provider }: Tools,
): Promise<string> {
  if (endOf(prediction)) return outcome;
  await provider.cancel(prediction.id);
  return `${outcome}, cancelled`;
}

/**
 * Takes a message that is known to come from the provider. Messages about nothing that we know are no error: the
 * provider must not send them again. Throws when we ourselves failed, so that it does.
 */
export async function receive(predictionId: string | null, body: string, tools: Tools): Promise<string> {
  const id = z.uuid().safeParse(predictionId);
  const prediction = parse(body);
  if (!id.success || !prediction) return "unreadable";
  if (!isAddressed(prediction, id.data)) return "misdirected";
  const found = await tools.engine.findPrediction(id.data);
  if (!found) return turnAway("unknown", prediction, tools);
  if (!(await isOurs(found, prediction, tools))) return turnAway("not ours", prediction, tools);
  return collect(found, prediction, tools);
}
