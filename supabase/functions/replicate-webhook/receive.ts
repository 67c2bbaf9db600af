import { z } from "zod";
import type { FoundPrediction } from "../../../lib/contract/worker.ts";
import { collect } from "../_shared/collect.ts";
import { EngineRefusal } from "../_shared/engine.ts";
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

/**
 * Takes a message that is known to come from the provider. Messages about nothing that we know are no error: the
 * provider must not send them again. Throws when we ourselves failed, so that it does.
 */
export async function receive(predictionId: string | null, body: string, tools: Tools): Promise<string> {
  const id = z.uuid().safeParse(predictionId);
  const prediction = parse(body);
  if (!id.success || !prediction) return "unreadable";
  const found = await tools.engine.findPrediction(id.data);
  if (!found) return "unknown";
  if (!(await isOurs(found, prediction, tools))) return "not ours";
  return collect(found, prediction, tools);
}
