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
  "output-redirect",
] as const;

export type CallFault = (typeof callFaults)[number];
export type PredictionFaultKind = (typeof predictionFaults)[number];
export type Endpoint = "create" | "get" | "cancel" | "list";

/** Numbers and texts that a fault may need; each kind reads the ones it knows. */
export interface FaultDetail {
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

export interface ActiveFault extends FaultOrder {
  id: number;
  /** How many times it struck. A test counts only if this is above zero. */
  struck: number;
}

interface Occasion {
  model?: string;
  webhook?: string | null;
}

export interface FaultBoard {
  add(order: FaultOrder): ActiveFault;
  list(): ActiveFault[];
  clear(): void;
  /** The fault that strikes this HTTP call, if any. */
  strikeCall(endpoint: Endpoint, occasion: Occasion): ActiveFault | null;
  /** All faults that strike a prediction created now. */
  strikePrediction(occasion: Occasion): PredictionFault[];
}

/** mulberry32: small, repeatable, good enough to spread faults evenly. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const isCallFault = (kind: string): kind is CallFault => (callFaults as readonly string[]).includes(kind);

/** True for a kind that the board knows. */
export function isFaultKind(kind: unknown): kind is FaultOrder["kind"] {
  return typeof kind === "string" && [...callFaults, ...predictionFaults].includes(kind as CallFault);
}

/** The switches that tests turn through `/control/faults`. They last as long as the process. */
export function createFaultBoard(): FaultBoard {
  let active: (ActiveFault & { draw: () => number })[] = [];
  let lastId = 0;

  function strikes(fault: (typeof active)[number], occasion: Occasion): boolean {
    if (fault.model && fault.model !== occasion.model) return false;
    if (fault.webhookContains && !occasion.webhook?.includes(fault.webhookContains)) return false;
    if (fault.times !== undefined && fault.struck >= fault.times) return false;
    if (fault.draw() * 100 >= (fault.percent ?? 100)) return false;
    fault.struck += 1;
    return true;
  }
  const shown = ({ draw: _draw, ...fault }: (typeof active)[number]): ActiveFault => fault;
  return {
    add(order) {
      lastId += 1;
      const fault = { ...order, id: lastId, struck: 0, draw: randomFrom(order.seed ?? 1) };
      active.push(fault);
      return shown(fault);
    },
    list: () => active.map(shown),
    clear() {
      active = [];
    },
    strikeCall(endpoint, occasion) {
      const candidates = active.filter(
        (fault) => isCallFault(fault.kind) && (fault.endpoint ?? "create") === endpoint,
      );
      const struck = candidates.find((fault) => strikes(fault, occasion));
      return struck ? shown(struck) : null;
    },
    strikePrediction(occasion) {
      const candidates = active.filter((fault) => !isCallFault(fault.kind));
      return candidates
        .filter((fault) => strikes(fault, occasion))
        .map(({ kind, retryAfter, status, delayMs, error, copies, minutes, bytes, url }) => ({
          kind: kind as PredictionFaultKind,
          ...{ retryAfter, status, delayMs, error, copies, minutes, bytes, url },
        }));
    },
  };
}

/** The fault of that kind that a prediction carries, if any. */
export function faultOf(
  prediction: { faults: PredictionFault[] },
  kind: PredictionFaultKind,
): PredictionFault | undefined {
  return prediction.faults.find((fault) => fault.kind === kind);
}
