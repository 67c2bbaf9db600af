/** True where a key press writes text or drives a control of its own. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest("input, textarea, select, [role=menu], [role=dialog]") !== null)
  );
}

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The neighbour that an arrow key leads to in a grid marked with `data-arrow-grid`, by what is seen, not by order. */
export function arrowTarget(event: KeyboardEvent): HTMLElement | null {
  const step = steps[event.key];
  const from = document.activeElement;
  const grid = from?.closest("[data-arrow-grid]");
  if (!step || !grid || !from?.hasAttribute("data-arrow-stop")) return null;
  const here = from.getBoundingClientRect();
  const [right, down] = step;
  let best: { element: HTMLElement; distance: number } | null = null;
  for (const element of grid.querySelectorAll<HTMLElement>("[data-arrow-stop]")) {
    const there = element.getBoundingClientRect();
    const across = there.left - here.left;
    const along = there.top - here.top;
    const ahead = across * right + along * down;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    if (ahead < 8 || aside > here.width / 2) continue;
    if (!best || ahead + aside < best.distance) best = { element, distance: ahead + aside };
  }
  return best?.element ?? null;
}
