import { randomBytes } from "node:crypto";
import {
  createMessageId,
  type SignedHeaders,
  signWebhook,
} from "../../../supabase/local/atelier/queue/signature.ts";
import type { Draws } from "../random.ts";
import type { File, OpenJob } from "./open-jobs.ts";

/** One request to the webhook's door. */
export interface Delivery {
  kind: "genuine" | "misdirected" | ForgeryKind;
  predictionId: string;
  body: string;
  /** Signed when it is sent, since a signature is good for five minutes. */
  sign(): Partial<SignedHeaders>;
}

const forgeryKinds = [
  "other secret",
  "changed body",
  "no headers",
  "other version",
  "other id",
  "too old",
  "from the future",
] as const;
type ForgeryKind = (typeof forgeryKinds)[number];

/** What the sender of forgeries has: normally not the secret. */
export interface Forger {
  secret: string;
  knowsSecret: boolean;
  file: File;
}

const minutes = 60_000;

function bodyOf(
  { externalId, output }: OpenJob,
  status: "processing" | "succeeded",
  instead?: unknown,
): string {
  const isOver = status === "succeeded";
  return JSON.stringify({
    id: externalId,
    status,
    output: isOver ? (instead ?? output) : null,
    error: null,
    input: {},
    created_at: new Date().toISOString(),
    source: "api",
  });
}

function sign(secret: string, body: string, at = Date.now()): SignedHeaders {
  return signWebhook(secret, createMessageId(), body, at);
}

/** A true message about this job. */
export function genuine(job: OpenJob, status: "processing" | "succeeded", secret: string): Delivery {
  const body = bodyOf(job, status);
  // Who sends it twice sends the very same message.
  let signed: SignedHeaders | undefined;
  const signOnce = () => {
    signed ??= sign(secret, body);
    return signed;
  };
  return { kind: "genuine", predictionId: job.predictionId, body, sign: signOnce };
}

/** A true message about this job that is sent to the address of another one. */
export function misdirected(job: OpenJob, other: OpenJob, secret: string): Delivery {
  return { ...genuine(other, "succeeded", secret), kind: "misdirected", predictionId: job.predictionId };
}

function signWrongly(kind: ForgeryKind, secret: string, body: string): Partial<SignedHeaders> {
  const right = sign(secret, body);
  switch (kind) {
    case "other secret":
      return sign(`whsec_${randomBytes(24).toString("base64")}`, body);
    case "changed body":
      return sign(secret, body.replace('"source":"api"', '"source":"apj"'));
    case "no headers":
      return {};
    case "other version":
      return { ...right, "webhook-signature": right["webhook-signature"].replace("v1,", "v2,") };
    case "other id":
      return { ...right, "webhook-id": createMessageId() };
    case "too old":
      return sign(secret, body, Date.now() - 6 * minutes);
    case "from the future":
      return sign(secret, body, Date.now() + 6 * minutes);
  }
}

/** A message that must be refused: it claims that the job has ended with a picture of the forger's. */
export function forgery(job: OpenJob, draws: Draws, { secret, knowsSecret, file }: Forger): Delivery {
  const kind = draws.pick(forgeryKinds) ?? "other secret";
  const body = bodyOf(job, "succeeded", job.type === "generate_image" ? [file.url] : undefined);
  return {
    kind,
    predictionId: job.predictionId,
    body,
    sign: () => (knowsSecret ? sign(secret, body) : signWrongly(kind, secret, body)),
  };
}
