"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** What the browser alone knows and never changes; until the page listens, as on the server, what stands for it there. */
export function useBrowserValue<Value>(read: () => Value, onServer: Value): Value {
  return useSyncExternalStore(never, read, () => onServer);
}
