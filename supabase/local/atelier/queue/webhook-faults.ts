import { randomBytes } from "node:crypto";
import { faultOf } from "../api/fault-kinds.ts";
import type { Prediction } from "./prediction.ts";
import { createMessageId, signWebhook } from "./signature.ts";

/** A webhook request as it goes over the wire. */
export interface WebhookMessage {
  id: string;
  body: string;
  headers: Record<string, string>;
}

const otherSecret = `whsec_${randomBytes(24).toString("base64")}`;

function claimSuccess(body: string): string {
  const claimed = {
    ...JSON.parse(body),
    status: "succeeded",
    output: ["https://files.example.com/forged.png"],
  };
  return JSON.stringify(claimed);
}

function changeOneByte(body: string): string {
  return body.replace('"source":"api"', '"source":"apj"');
}

/** What a fault sends in place of, or ahead of, the true message; every one of them must be refused by a receiver. */
export function forgeries(
  prediction: Prediction,
  message: WebhookMessage,
  secret: string,
  now: number,
): WebhookMessage[] {
  const { id, body, headers } = message;
  const forged: WebhookMessage[] = [];
  if (faultOf(prediction, "webhook-forged")) {
    const claim = claimSuccess(body);
    const signature = headers["webhook-signature"] ?? "";
    forged.push({ id, body: claim, headers: { ...signWebhook(otherSecret, createMessageId(), claim, now) } });
    forged.push({ id, body: claim, headers });
    forged.push({ id, body: claim, headers: {} });
    forged.push({ id, body, headers: { ...headers, "webhook-signature": signature.replace("v1,", "v2,") } });
  }
  const stale = faultOf(prediction, "webhook-stale");
  if (stale)
    forged.push({
      id,
      body,
      headers: { ...signWebhook(secret, id, body, now + (stale.minutes ?? -10) * 60_000) },
    });
  if (faultOf(prediction, "webhook-tampered")) forged.push({ id, body: changeOneByte(body), headers });
  return forged;
}

/** True when the true message is not sent at all. */
export function replacesMessage(prediction: Prediction): boolean {
  return Boolean(faultOf(prediction, "webhook-stale") ?? faultOf(prediction, "webhook-tampered"));
}

/** What comes after the final message: copies of it, and for `webhook-reorder` a late `processing` one. */
export function echoes(
  prediction: Prediction,
  message: WebhookMessage,
  secret: string,
  now: number,
): WebhookMessage[] {
  const copies = (faultOf(prediction, "webhook-duplicate")?.copies ?? 2) - 1;
  const sent = faultOf(prediction, "webhook-duplicate") ? Array<WebhookMessage>(copies).fill(message) : [];
  if (!faultOf(prediction, "webhook-reorder")) return sent;
  const earlier = {
    ...JSON.parse(message.body),
    status: "processing",
    output: null,
    completed_at: null,
    metrics: {},
  };
  const body = JSON.stringify(earlier);
  const id = createMessageId();
  return [...sent, { id, body, headers: { ...signWebhook(secret, id, body, now) } }];
}
