import { useEffect, useEffectEvent } from "react";

/** Keys for what else a card has: each does what its button does. Any key is a touch of the page too (`onAny`). */
export function useViewerKeys(onAny: () => void, keys: Record<string, (() => void) | undefined>): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest("dialog")) return;
    if (!["Tab", "Shift", "Escape"].includes(event.key)) onAny();
    if (event.defaultPrevented) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Listens to the keyboard of the page.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
