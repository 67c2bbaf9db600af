import type { IncomingMessage, ServerResponse } from "node:http";
import { answer, answerProblem } from "./answers.ts";
import { getAccount, getModel, getVersion, getWebhookSecret, listModels, listVersions } from "./catalogue.ts";
import type { AtelierContext, Door } from "./context.ts";
import { addFaults, clearFaults, clearLedger, getLedger, listFaults } from "./control.ts";
import { countOpen, listPredictions } from "./list-predictions.ts";
import { getFile } from "./output-files.ts";
import { viewPrediction } from "./prediction-view.ts";
import { cancelPrediction, createByModel, createByVersion, getPrediction } from "./predictions.ts";
import { notFound, Problem, serverError, unauthenticated } from "./problems.ts";

const health: Door = (context, { response }) =>
  answer(response, 200, { status: "ok", open: countOpen(context.scheduler.all()) });

/** `GET /p/{id}`: where Replicate has the prediction's web page; here its JSON, for people who follow `urls.web`. */
const page: Door = (context, { response, parts }) => {
  const prediction = context.scheduler.find(parts[0] ?? "");
  if (!prediction) throw notFound();
  answer(response, 200, viewPrediction(prediction, context.baseUrl));
};

const doors: readonly (readonly [method: string, pattern: RegExp, door: Door])[] = [
  ["POST", /^\/v1\/predictions$/, createByVersion],
  ["GET", /^\/v1\/predictions$/, listPredictions],
  ["GET", /^\/v1\/predictions\/([^/]+)$/, getPrediction],
  ["POST", /^\/v1\/predictions\/([^/]+)\/cancel$/, cancelPrediction],
  ["GET", /^\/v1\/models$/, listModels],
  ["GET", /^\/v1\/models\/([^/]+)\/([^/]+)$/, getModel],
  ["POST", /^\/v1\/models\/([^/]+)\/([^/]+)\/predictions$/, createByModel],
  ["GET", /^\/v1\/models\/([^/]+)\/([^/]+)\/versions$/, listVersions],
  ["GET", /^\/v1\/models\/([^/]+)\/([^/]+)\/versions\/([^/]+)$/, getVersion],
  ["GET", /^\/v1\/account$/, getAccount],
  ["GET", /^\/v1\/webhooks\/default\/secret$/, getWebhookSecret],
  ["GET", /^\/files\/([^/]+)\/([^/]+)$/, getFile],
  ["POST", /^\/control\/faults$/, addFaults],
  ["GET", /^\/control\/faults$/, listFaults],
  ["DELETE", /^\/control\/faults$/, clearFaults],
  ["GET", /^\/control\/ledger$/, getLedger],
  ["DELETE", /^\/control\/ledger$/, clearLedger],
  ["GET", /^\/p\/([^/]+)$/, page],
  ["GET", /^\/health$/, health],
];

/** Any token will do on this machine, but without one the answer is Replicate's 401. */
function hasToken(request: IncomingMessage): boolean {
  return /^(bearer|token)\s+\S+/i.test(request.headers.authorization ?? "");
}

async function route(context: AtelierContext, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", context.baseUrl);
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (url.pathname.startsWith("/v1/") && !hasToken(request)) throw unauthenticated();
  for (const [allowed, pattern, door] of doors) {
    const match = allowed === method ? url.pathname.match(pattern) : null;
    if (match) return door(context, { request, response, url, parts: match.slice(1) });
  }
  throw notFound();
}

/** Answers every request of the Atelier; what goes wrong inside is logged and answered with 500. */
export function createRequestListener(
  context: AtelierContext,
  log: (message: string, detail: Record<string, unknown>) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    route(context, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      if (error instanceof Problem) {
        if (!request.complete) response.setHeader("connection", "close");
        return answerProblem(response, error);
      }
      log("request failed", { method: request.method, url: request.url, error: String(error) });
      answerProblem(response, serverError(500));
    });
  };
}
