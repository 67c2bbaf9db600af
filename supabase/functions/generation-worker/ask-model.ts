import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import { hasEnded } from "../_shared/collect.ts";
import { canonicalJson, sha256 } from "../_shared/digest.ts";
import type { Environment } from "../_shared/environment.ts";
import { JobFailure } from "../_shared/failure.ts";
import { failureOfRefusal, ProviderRefusal } from "../_shared/provider-refusal.ts";
import type { Tools } from "../_shared/tools.ts";
import { adoptEarlier, collectNow } from "./adopt.ts";
import { mapInput } from "./model-input.ts";

/** A provider on the internet can only call an address on the internet; without a webhook the sweep collects. */
export function webhookAddress(
  predictionId: string,
  { supabaseUrl, providerUrl }: Pick<Environment, "supabaseUrl" | "providerUrl">,
): string | undefined {
  const isUnreachable = providerUrl.startsWith("https:") && !supabaseUrl.startsWith("https:");
  return isUnreachable
    ? undefined
    : `${supabaseUrl}/functions/v1/replicate-webhook?prediction=${predictionId}`;
}

async function submit(job: ClaimedJob, parameters: Record<string, unknown>, tools: Tools): Promise<string> {
  const { engine, provider, environment } = tools;
  const { model } = job;
  if (!model)
    throw new JobFailure({ code: "no_model", message: "No model is set up for this.", isRetryable: false });
  const input = mapInput(model.input_mapping, parameters);
  const { name, version } = model;
  const inputHash = await sha256(canonicalJson({ model: name, version, input }));
  const predictionId = await engine.recordPrediction(job.id, job.attempt, input, inputHash);
  const webhook = webhookAddress(predictionId, environment);
  try {
    const created = await provider.create({ model: name, version, input, webhook });
    await engine.savePrediction(predictionId, job.attempt, created.id);
    return hasEnded(created) ? await collectNow(predictionId, created, tools) : "submitted";
  } catch (error) {
    if (error instanceof ProviderRefusal && error.isCertain) await engine.markPredictionLost(predictionId);
    throw error;
  }
}

/**
 * Asks the job's model, with exactly one request that is written down before it leaves, and goes away: the job then
 * waits for the provider. What an earlier attempt left there is adopted first. Throws JobFailure by what was answered.
 */
export async function askModel(
  job: ClaimedJob,
  parameters: Record<string, unknown>,
  tools: Tools,
): Promise<string> {
  try {
    return (await adoptEarlier(job, tools)) ?? (await submit(job, parameters, tools));
  } catch (error) {
    throw error instanceof ProviderRefusal ? new JobFailure(failureOfRefusal(error)) : error;
  }
}
