import { type RefObject, useEffect } from "react";
import { nearest } from "@/lib/games/nearest";

/** Everything that can be chosen in here, in the order in which it is offered to one switch. */
function choicesIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-turn]:not(:disabled)")].sort(
    (one, other) => Number(one.dataset.turn) - Number(other.dataset.turn),
  );
}

/** Moves the focus as an arrow says; false where the key is none. */
function follow(root: HTMLElement, key: string): boolean {
  const choices = choicesIn(root);
  const at = choices.indexOf(document.activeElement as HTMLElement);
  const boxes = choices.map((choice) => choice.getBoundingClientRect());
  const next = nearest(boxes, at, key);
  if (next !== null) choices[next]?.focus();
  return next !== null;
}

/** Arrow keys lead to the nearest choice that way. */
export function useArrows(root: RefObject<HTMLElement | null>): void {
  // Listens to the keyboard.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !root.current) return;
      if (follow(root.current, event.key)) event.preventDefault();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [root]);
}

/** Each new `place` begins at its first choice. */
export function useFirstFocus(root: RefObject<HTMLElement | null>, place: string): void {
  // The focus belongs to the browser.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what moves the focus
  useEffect(() => {
    if (root.current) choicesIn(root.current)[0]?.focus({ preventScroll: true });
  }, [root, place]);
}
