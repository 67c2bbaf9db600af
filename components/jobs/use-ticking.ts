"use client";

import { useSyncExternalStore } from "react";
import { serverNow } from "@/lib/jobs/server-clock";

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** Follows the clock: one timer for the whole page, while somebody listens. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/**
 * A value that follows from the present moment (ms by the server's clock). The component renders again only when the
 * value has changed; it is null until the page runs in the browser.
 */
export function useTicking<Value extends string | number | boolean>(
  read: (now: number) => Value,
): Value | null {
  return useSyncExternalStore(
    subscribe,
    () => read(serverNow()),
    () => null,
  );
}
