import { setTimeout as pause } from "node:timers/promises";

const codes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P02",
  "57P03",
]);

/** True when the database could not be reached, or was lost before it answered. */
export function isOutage(error: unknown): boolean {
  const { code = "" } = error as { code?: string };
  return codes.has(code) || code.startsWith("08");
}

/** What the database said in the end, and whether an answer before it was lost. */
export interface Answered<Value> {
  value: Value;
  wasLost: boolean;
}

/**
 * Asks again until the database answers, whatever becomes of it meanwhile. The work may have been done each time.
 * Throws what the database refuses, with `wasLost` on the error.
 */
export async function untilAnswered<Value>(ask: () => Promise<Value>): Promise<Answered<Value>> {
  for (let wasLost = false; ; wasLost = true) {
    try {
      return { value: await ask(), wasLost };
    } catch (error) {
      if (!isOutage(error)) throw Object.assign(error as Error, { wasLost });
      await pause(100);
    }
  }
}
