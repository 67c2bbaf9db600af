import { setTimeout as sleep } from "node:timers/promises";
import type { Call } from "./context.ts";
import type { ActiveFault } from "./faults.ts";
import {
  invalidFields,
  invalidToken,
  noCredit,
  Problem,
  serverError,
  throttled,
  unknownVersion,
} from "./problems.ts";

/** Cuts the connection without an answer, after the request was read in full. */
export function cutCall({ request }: Call): void {
  request.socket.resetAndDestroy();
}

/** Waits or throws what the fault orders; the ones about cut connections and late answers are the door's own. */
export async function strikeCall(fault: ActiveFault | null): Promise<void> {
  if (fault?.kind === "slow") await sleep(fault.delayMs ?? 2_000);
  if (fault?.kind === "rate-limit") throw throttled(fault.retryAfter ?? 2);
  if (fault?.kind === "no-credit") throw noCredit();
  if (fault?.kind === "unauthorized") throw invalidToken();
  if (fault?.kind === "version-gone") throw unknownVersion();
  if (fault?.kind === "invalid-input")
    throw invalidFields([
      {
        type: "string_lte",
        field: "input.prompt",
        description: "String length must be less than or equal to 9",
      },
    ]);
  if (fault?.kind === "schema-changed")
    throw invalidFields([{ type: "required", field: "input", description: "aspect_ratio is required" }]);
  if (fault?.kind === "server-error") {
    const status = fault.status ?? 503;
    throw status === 409
      ? new Problem(409, "Conflict", "The prediction has already ended.")
      : serverError(status);
  }
}
