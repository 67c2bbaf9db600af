import type { IncomingMessage } from "node:http";
import type { Model } from "../models/model.ts";
import { findVersion, versionOf } from "../models/registry.ts";
import { type WebhookEvent, webhookEvents } from "../queue/prediction.ts";
import { type InvalidField, invalidFields, Problem, unknownVersion } from "./problems.ts";
import { readLifetime } from "./request-times.ts";
import { findInputFaults } from "./validate-input.ts";

/** A create request that was found right. */
export interface CreateRequest {
  model: Model;
  version: string;
  input: Record<string, unknown>;
  webhook: string | null;
  webhookEventsFilter: WebhookEvent[] | null;
  lifetimeMs: number | null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function findWebhookFaults(body: Record<string, unknown>): InvalidField[] {
  const { webhook, webhook_events_filter: filter } = body;
  const faults: InvalidField[] = [];
  const isWeb = typeof webhook === "string" && URL.canParse(webhook) && /^https?:/.test(webhook);
  if (webhook !== undefined && webhook !== null && !isWeb)
    faults.push({ type: "format", field: "webhook", description: "Does not match format 'uri'" });
  if (filter === undefined || filter === null) return faults;
  const known = Array.isArray(filter) && filter.every((event) => webhookEvents.includes(event));
  if (!known) {
    const list = webhookEvents.map((event) => `"${event}"`).join(", ");
    const description = `webhook_events_filter must be one of the following: ${list}`;
    faults.push({ type: "enum", field: "webhook_events_filter", description });
  }
  return faults;
}

function pickModel(body: Record<string, unknown>, named: Model | null): Model {
  if (named) return named;
  if (typeof body.version !== "string")
    throw invalidFields([{ type: "required", field: "", description: "version is required" }]);
  const model = findVersion(body.version);
  if (!model) throw unknownVersion();
  return model;
}

function lifetimeOf(request: IncomingMessage): number | null {
  const header = request.headers["cancel-after"];
  try {
    return readLifetime(Array.isArray(header) ? header[0] : header);
  } catch (error) {
    throw new Problem(422, "Input validation failed", (error as Error).message);
  }
}

/** Checks the body and headers of a create request. Throws the Problem that Replicate would answer. */
export function readOrder(
  request: IncomingMessage,
  body: Record<string, unknown>,
  named: Model | null,
): CreateRequest {
  const model = pickModel(body, named);
  const { input } = body;
  if (!isObject(input))
    throw invalidFields([{ type: "required", field: "", description: "input is required" }]);
  const faults = [...findInputFaults(model, input), ...findWebhookFaults(body)];
  if (faults.length > 0) throw invalidFields(faults);
  return {
    model,
    version: versionOf(model),
    input,
    webhook: (body.webhook as string | null | undefined) ?? null,
    webhookEventsFilter: (body.webhook_events_filter as WebhookEvent[] | null | undefined) ?? null,
    lifetimeMs: lifetimeOf(request),
  };
}
