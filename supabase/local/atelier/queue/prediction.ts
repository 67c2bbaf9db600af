import { createHash, randomBytes } from "node:crypto";
import type { PredictionFault } from "../api/fault-kinds.ts";

export const webhookEvents = ["start", "output", "logs", "completed"] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** Replicate's six statuses; a test may order one that nobody has seen yet. */
type PredictionStatus =
  | "starting"
  | "processing"
  | "succeeded"
  | "failed"
  | "canceled"
  | "aborted"
  | (string & {});

export interface OutputFile {
  token: string;
  name: string;
  type: string;
  bytes: number;
}

/** One prediction as the journal keeps it. Times are milliseconds since 1970; file outputs are `atelier-file:` references. */
export interface Prediction {
  id: string;
  /** Position in the order of creation; lists and cursors go by it. */
  sequence: number;
  /** `owner/name`. */
  model: string;
  version: string;
  input: Record<string, unknown>;
  /** SHA-256 of model and input, keys in order: the ledger counts by it. */
  inputHash: string;
  status: PredictionStatus;
  output: unknown;
  error: string | null;
  logs: string;
  createdAt: number;
  startedAt: number | null;
  completedAt: number | null;
  /** Set by `Cancel-After`. */
  deadline: number | null;
  webhook: string | null;
  webhookEventsFilter: WebhookEvent[] | null;
  /** True once the final webhook was taken, refused for good, or never wanted. */
  webhookSettled: boolean;
  dataRemoved: boolean;
  files: OutputFile[];
  faults: PredictionFault[];
}

/** What a caller may say when it creates a prediction. */
export interface PredictionOrder {
  model: string;
  version: string;
  input: Record<string, unknown>;
  webhook: string | null;
  webhookEventsFilter: WebhookEvent[] | null;
  createdAt: number;
  deadline: number | null;
  faults: PredictionFault[];
}

const open = new Set<string>(["starting", "processing"]);

/** True when the prediction will not change any more. */
export function isFinished(prediction: Prediction): boolean {
  return prediction.completedAt !== null || !open.has(prediction.status);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** SHA-256 (hex) of any JSON value, whatever the order of its keys. */
export function hashOf(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(value)))
    .digest("hex");
}

/** A new id in the look of Replicate's: 26 lowercase letters and digits. */
export function createPredictionId(): string {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  return Array.from(randomBytes(26), (byte) => alphabet[byte % 32]).join("");
}
