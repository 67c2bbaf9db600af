import type { ClaimedJob } from "../../../lib/contract/worker.ts";
import { EngineRefusal } from "../_shared/call-database.ts";
import { canonicalJson, sha256 } from "../_shared/digest.ts";
import { JobFailure } from "../_shared/failure.ts";
import { endOf } from "../_shared/prediction-end.ts";
import type { ProviderPrediction } from "../_shared/provider.ts";
import { ProviderRefusal } from "../_shared/provider-refusal.ts";
import { failureOfRefusal } from "../_shared/refusal-meaning.ts";
import type { Tools } from "../_shared/tools.ts";
import { adoptEarlier, collectNow } from "./adopt.ts";
import { mapInput } from "./model-input.ts";
import { refuseUnsuitable } from "./refuse-unsuitable.ts";
import { reuseResult } from "./reuse-result.ts";
import { webhookAddress } from "./webhook-address.ts";

/** One question to one model. */
interface Question {
  model: string;
  version: string | null;
  input: Record<string, unknown>;
}

function questionOf({ model }: ClaimedJob, parameters: Record<string, unknown>): Question {
  if (!model)
    throw new JobFailure({ code: "no_model", message: "No model is set up for this.", isRetryable: false });
  const { name, version, input_mapping } = model;
  return { model: name, version, input: mapInput(input_mapping, parameters) };
}

/** Notes the id that the provider gave. What nobody waits for any more, its account being deleted, is cancelled. */
async function note(predictionId: string, attempt: number, made: ProviderPrediction, tools: Tools) {
  try {
    await tools.engine.savePrediction(predictionId, attempt, made.id);
  } catch (error) {
    if (error instanceof EngineRefusal && error.code === "not_found" && !endOf(made))
      await tools.provider.cancel(made.id);
    throw error;
  }
}

async function submit(
  job: ClaimedJob,
  question: Question,
  predictionId: string,
  tools: Tools,
): Promise<string> {
  const { engine, provider, environment } = tools;
  let made: ProviderPrediction;
  try {
    made = await provider.create({ ...question, webhook: webhookAddress(predictionId, environment) });
  } catch (error) {
    // Where it is not certain that nothing was made, the note stays, for the next attempt to look for it.
    if (error instanceof ProviderRefusal && error.isCertain) await engine.markPredictionLost(predictionId);
    throw error;
  }
  await note(predictionId, job.attempt, made, tools);
  return endOf(made) ? await collectNow(predictionId, made, tools) : "submitted";
}

const maxTurns = 2;

/** What a job wants of its model. */
export interface Wish {
  /** What the model's mapping may ask for; null where there is none. */
  parameters: Record<string, unknown>;
  /** What stands for those parameters that change without meaning anything else, as signed addresses do. */
  identity?: Record<string, unknown>;
}

/** Asks at the gate and does what it says: send one request, take what was paid for before, or go away. */
async function passGate(job: ClaimedJob, wish: Wish, tools: Tools): Promise<string> {
  const { engine } = tools;
  const question = questionOf(job, wish.parameters);
  const same = questionOf(job, { ...wish.parameters, ...wish.identity });
  const inputHash = await sha256(canonicalJson(same));
  for (let turn = 1; turn <= maxTurns; turn += 1) {
    const gate = await engine.recordPrediction(job.id, job.attempt, question.input, inputHash);
    if (gate.action === "wait") return `waits ${Math.ceil(gate.seconds)} s`;
    if (gate.action === "submit") return submit(job, question, gate.prediction_id, tools);
    const result = await reuseResult(job, gate.result, tools);
    if (result) {
      await engine.completeJob(job.id, job.attempt, result);
      return "reused";
    }
    await engine.forgetResult(inputHash);
  }
  throw new Error("What was paid for before is gone, each time anew");
}

/**
 * Asks the job's model, with exactly one request that is written down before it leaves, and goes away: the job then
 * waits for the provider. What an earlier attempt left there is adopted first. Throws JobFailure by what was answered.
 */
export async function askModel(job: ClaimedJob, wish: Wish, tools: Tools): Promise<string> {
  refuseUnsuitable(job);
  try {
    return (await adoptEarlier(job, tools)) ?? (await passGate(job, wish, tools));
  } catch (error) {
    throw error instanceof ProviderRefusal ? new JobFailure(failureOfRefusal(error)) : error;
  }
}
