import { answer, readObject } from "./answers.ts";
import type { AtelierContext, Call, Door } from "./context.ts";
import { callFaults, type FaultOrder, isFaultKind, predictionFaults } from "./fault-kinds.ts";
import { notFound, Problem } from "./problems.ts";

const numbers = ["retryAfter", "status", "delayMs", "copies", "minutes", "bytes", "times", "percent", "seed"];
const texts = ["error", "url", "model", "webhookContains", "endpoint"];
const endpoints = ["create", "get", "cancel", "list"];

/** Checks a fault order. Throws a Problem 422 that names the field. */
function readFaultOrder(body: Record<string, unknown>): FaultOrder {
  const refuse = (detail: string) => new Problem(422, "Input validation failed", detail);
  if (!isFaultKind(body.kind))
    throw refuse(`kind must be one of: ${[...callFaults, ...predictionFaults].join(", ")}`);
  for (const [name, value] of Object.entries(body)) {
    if (name === "kind") continue;
    if (!numbers.includes(name) && !texts.includes(name)) throw refuse(`${name} is not known`);
    if (typeof value !== (numbers.includes(name) ? "number" : "string"))
      throw refuse(`${name} has a wrong type`);
  }
  if (body.endpoint !== undefined && !endpoints.includes(body.endpoint as string))
    throw refuse(`endpoint must be one of: ${endpoints.join(", ")}`);
  return body as unknown as FaultOrder;
}

function control(context: AtelierContext, { request }: Call) {
  const from = request.socket.remoteAddress ?? "";
  const isLocal = /^(127\.|::1$|::ffff:127\.)/.test(from);
  if (!context.control || !isLocal) throw notFound();
  return context.control;
}

/** `POST /control/faults`: one order or `{faults: [...]}`; see `FaultOrder`. */
export const addFaults: Door = async (context, call) => {
  const { faults } = control(context, call);
  const body = await readObject(call.request);
  const orders = Array.isArray(body.faults) ? body.faults : [body];
  const added = orders.map((order) => readFaultOrder(order)).map((order) => faults.add(order));
  answer(call.response, 201, { faults: added });
};

/** `GET /control/faults`: what is switched on, and how often each struck. */
export const listFaults: Door = (context, call) =>
  answer(call.response, 200, { faults: control(context, call).faults.list() });

/** `DELETE /control/faults`. */
export const clearFaults: Door = (context, call) => {
  control(context, call).faults.clear();
  answer(call.response, 200, { faults: [] });
};

/** `GET /control/ledger`: predictions counted by input hash and by webhook URL, and every create call. */
export const getLedger: Door = (context, call) =>
  answer(call.response, 200, control(context, call).ledger.report(context.scheduler.all()));

/** `DELETE /control/ledger`: counts from zero. */
export const clearLedger: Door = (context, call) => {
  const { ledger } = control(context, call);
  ledger.clear(context.scheduler.all().at(-1)?.sequence ?? 0);
  answer(call.response, 200, ledger.report(context.scheduler.all()));
};
