/** Faults of one HTTP answer, decided when a request comes in. */
export const callFaults = [
  "reset",
  "reset-before",
  "rate-limit",
  "server-error",
  "no-credit",
  "unauthorized",
  "invalid-input",
  "version-gone",
  "schema-changed",
  "slow",
  "answer-last",
] as const;

/** Faults of one prediction, fixed when it is created: how it ends, how its webhooks behave, what its files hold. */
export const predictionFaults = [
  "fail",
  "abort",
  "cancel",
  "unknown-status",
  "stuck",
  "slow-run",
  "missing-outputs",
  "foreign-host",
  "webhook-never",
  "webhook-duplicate",
  "webhook-reorder",
  "webhook-forged",
  "webhook-stale",
  "webhook-tampered",
  "webhook-late",
  "output-404",
  "output-truncated",
  "output-empty",
  "output-html",
  "output-svg",
  "output-too-large",
  "output-huge-dimensions",
  "output-black",
  "output-animated",
  "output-redirect",
] as const;

type CallFault = (typeof callFaults)[number];
export type PredictionFaultKind = (typeof predictionFaults)[number];
export type Endpoint = "create" | "get" | "cancel" | "list";

/** Numbers and texts that a fault may need; each kind reads the ones it knows. */
interface FaultDetail {
  /** `rate-limit`: seconds in Retry-After (default 2). */
  retryAfter?: number;
  /** `server-error`: HTTP status (default 503). */
  status?: number;
  /** `slow`, `slow-run`, `webhook-late`: milliseconds (default 2000). */
  delayMs?: number;
  /** `fail`: error text (default Replicate's for blocked content). */
  error?: string;
  /** `webhook-duplicate`: how many times it is sent in all (default 2). */
  copies?: number;
  /** `webhook-stale`: minutes off, negative for the past (default -10). */
  minutes?: number;
  /** `output-too-large`: size in bytes (default 200 MB). */
  bytes?: number;
  /** `foreign-host`: origin put into output URLs; `output-redirect`: where it points. */
  url?: string;
}

export interface PredictionFault extends FaultDetail {
  kind: PredictionFaultKind;
}

export interface FaultOrder extends FaultDetail {
  kind: CallFault | PredictionFaultKind;
  /** Which calls a call fault is for (default create). */
  endpoint?: Endpoint;
  /** How many more times it strikes; without it, until it is removed. */
  times?: number;
  /** Chance in percent per call (default 100). */
  percent?: number;
  /** Makes the draws of `percent` repeatable (default 1). */
  seed?: number;
  /** Only predictions of this `owner/name`. */
  model?: string;
  /** Only predictions whose webhook URL holds this text. */
  webhookContains?: string;
}

/** True for a fault of one HTTP answer. */
export const isCallFault = (kind: string): kind is CallFault =>
  (callFaults as readonly string[]).includes(kind);

/** True for a kind that the board knows. */
export function isFaultKind(kind: unknown): kind is FaultOrder["kind"] {
  return typeof kind === "string" && [...callFaults, ...predictionFaults].includes(kind as CallFault);
}

/** The fault of that kind that a prediction carries, if any. */
export function faultOf(
  prediction: { faults: PredictionFault[] },
  kind: PredictionFaultKind,
): PredictionFault | undefined {
  return prediction.faults.find((fault) => fault.kind === kind);
}
