import {
  type Endpoint,
  type FaultOrder,
  isCallFault,
  type PredictionFault,
  type PredictionFaultKind,
} from "./fault-kinds.ts";

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
