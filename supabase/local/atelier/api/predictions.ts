import { setTimeout as sleep } from "node:timers/promises";
import type { Model } from "../models/model.ts";
import { findModel } from "../models/registry.ts";
import { hashOf, isFinished, type Prediction } from "../queue/prediction.ts";
import { answer, readObject } from "./answers.ts";
import type { AtelierContext, Call, Door } from "./context.ts";
import { cutCall, strikeCall } from "./fault-answers.ts";
import { viewPrediction } from "./prediction-view.ts";
import { notFound, Problem } from "./problems.ts";
import { type CreateRequest, readOrder } from "./read-order.ts";
import { readWait } from "./request-times.ts";

function record(context: AtelierContext, order: CreateRequest): Prediction {
  const model = `${order.model.owner}/${order.model.name}`;
  const { version, input, webhook, webhookEventsFilter, lifetimeMs } = order;
  const faults = context.control?.faults.strikePrediction({ model, webhook }) ?? [];
  const createdAt = context.now();
  const deadline = lifetimeMs === null ? null : createdAt + lifetimeMs;
  return context.scheduler.create({
    ...{ model, version, input, webhook, webhookEventsFilter },
    ...{ createdAt, deadline, faults },
  });
}

/**
 * Answers as Replicate's sync mode: 201 with the finished prediction, or 202 and status `starting` when the time is
 * over first. The client's `run` goes on to poll only for `starting`.
 */
async function answerCreated(context: AtelierContext, { request, response }: Call, prediction: Prediction) {
  const prefer = request.headers.prefer;
  const waitMs = readWait(Array.isArray(prefer) ? prefer.join(",") : prefer);
  if (waitMs === null) return answer(response, 201, viewPrediction(prediction, context.baseUrl));
  await context.scheduler.whenFinished(prediction, waitMs);
  const view = viewPrediction(prediction, context.baseUrl);
  const headers = { "preference-applied": `wait=${waitMs / 1000}` };
  if (isFinished(prediction)) return answer(response, 201, view, headers);
  answer(response, 202, { ...view, status: "starting" }, headers);
}

async function create(context: AtelierContext, call: Call, named: Model | null): Promise<void> {
  const body = await readObject(call.request);
  const webhook = typeof body.webhook === "string" ? body.webhook : null;
  const name = named ? `${named.owner}/${named.name}` : null;
  const ledger = context.control?.ledger;
  const note = (status: number, prediction: Prediction | null = null) =>
    ledger?.note({
      model: prediction?.model ?? name,
      webhook,
      inputHash: prediction?.inputHash ?? hashOf({ model: name, input: body.input }),
      status,
      prediction: prediction?.id ?? null,
    });
  const fault = context.control?.faults.strikeCall("create", { model: name ?? undefined, webhook }) ?? null;
  try {
    if (fault?.kind === "reset-before") {
      note(0);
      return cutCall(call);
    }
    await strikeCall(fault);
    const prediction = record(context, readOrder(call.request, body, named));
    if (fault?.kind === "reset") {
      note(0, prediction);
      return cutCall(call);
    }
    if (fault?.kind === "answer-last") {
      await context.scheduler.whenFinished(prediction, 60_000);
      await sleep(fault.delayMs ?? 500);
    }
    note(201, prediction);
    await answerCreated(context, call, prediction);
  } catch (error) {
    if (error instanceof Problem) note(error.status);
    throw error;
  }
}

/** `POST /v1/predictions`: by version id, `owner/name` or `owner/name:version`. */
export const createByVersion: Door = (context, call) => create(context, call, null);

/** `POST /v1/models/{owner}/{name}/predictions`: the model's latest version. */
export const createByModel: Door = (context, call) => {
  const model = findModel(call.parts.join("/"));
  if (!model) throw notFound();
  return create(context, call, model);
};

function get(context: AtelierContext, call: Call): Prediction {
  const prediction = context.scheduler.find(call.parts[0] ?? "");
  if (!prediction) throw notFound();
  return prediction;
}

/** `GET /v1/predictions/{id}`. */
export const getPrediction: Door = async (context, call) => {
  const prediction = get(context, call);
  const fault = context.control?.faults.strikeCall("get", prediction) ?? null;
  if (fault?.kind === "reset" || fault?.kind === "reset-before") return cutCall(call);
  await strikeCall(fault);
  answer(call.response, 200, viewPrediction(prediction, context.baseUrl));
};

/** `POST /v1/predictions/{id}/cancel`: ends an open prediction; a finished one is answered as it is. */
export const cancelPrediction: Door = async (context, call) => {
  const prediction = get(context, call);
  const fault = context.control?.faults.strikeCall("cancel", prediction) ?? null;
  if (fault?.kind === "reset-before") return cutCall(call);
  await strikeCall(fault);
  context.scheduler.cancel(prediction);
  if (fault?.kind === "reset") return cutCall(call);
  answer(call.response, 200, viewPrediction(prediction, context.baseUrl));
};
