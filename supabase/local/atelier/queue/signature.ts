import { createHmac, randomBytes } from "node:crypto";

export interface SignedHeaders {
  "webhook-id": string;
  "webhook-timestamp": string;
  "webhook-signature": string;
}

/** A new message id in the look of Replicate's; retries of a message keep it. */
export function createMessageId(): string {
  return `msg_${randomBytes(20).toString("base64url").replaceAll(/[-_]/g, "0")}`;
}

/**
 * Signs a webhook body by the Standard Webhooks scheme, as Replicate does: HMAC-SHA256 over `id.timestamp.body` with
 * the bytes of a `whsec_<base64>` secret. `at` is in milliseconds.
 */
export function signWebhook(secret: string, id: string, body: string, at: number): SignedHeaders {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${digest}` };
}
