const isCalm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Lets something come up softly that was not there before. */
export function rise(element: Element): void {
  if (isCalm()) return;
  element.animate([{ opacity: 0, transform: "translateY(14px) scale(0.96)" }, {}], {
    duration: 450,
    easing: "cubic-bezier(0.2, 1.3, 0.4, 1)",
  });
}

/** Lets something slide from where it was to where it is; by so many pixels. */
export function glide(element: Element, right: number, down: number): void {
  if (isCalm()) return;
  element.animate([{ transform: `translate(${right}px, ${down}px)` }, {}], {
    duration: 220,
    easing: "cubic-bezier(0.2, 0.8, 0.3, 1)",
  });
}
