import { useEffect, useEffectEvent } from "react";

interface Moves {
  previous: (() => void) | undefined;
  next: (() => void) | undefined;
  led: () => void;
  /** Calls for eyes, and lets them go again. */
  eyes: () => void;
  free: () => void;
}

const keys: Record<string, keyof Moves> = {
  ArrowLeft: "previous",
  PageUp: "previous",
  ArrowRight: "next",
  // What a presenter's clicker sends: its two arrows, and the button that makes a board dark.
  PageDown: "next",
  ".": "eyes",
  e: "eyes",
  f: "free",
  l: "led",
};

/** Leads by the keyboard, or by a clicker. */
export function useLeadKeys(moves: Moves): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      event.target instanceof Element &&
      event.target.closest("[role=dialog], input:not([type=checkbox]), textarea")
    )
      return;
    const move = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!move) return;
    event.preventDefault();
    moves[move]?.();
  });

  // Listens to the keyboard of the page.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
