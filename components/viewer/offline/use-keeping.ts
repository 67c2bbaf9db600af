import { useEffect, useSyncExternalStore } from "react";
import { type Keeping, keepingOf } from "./keeping";

/** What this device has of a universe, and how far it is with the rest. */
export function useKeeping(slug: string): Keeping {
  const { subscribe, current, look } = keepingOf(slug);
  // What the device has is known by looking.
  useEffect(() => {
    void look();
  }, [look]);
  return useSyncExternalStore(subscribe, current);
}
