import { useEffect, useEffectEvent } from "react";

const isSeen = (element: HTMLElement) => element.getClientRects().length > 0;

/** What can be chosen now, in the order in which it is offered. */
function choices(): HTMLElement[] {
  const dialog = document.querySelector("dialog[open]");
  const turns = [...(dialog ?? document).querySelectorAll<HTMLElement>("main [data-turn]:not(:disabled)")];
  if (dialog && turns.length === 0)
    return [...dialog.querySelectorAll<HTMLElement>("button, input, select, a[href], summary")].filter(
      (one) => isSeen(one),
    );
  return turns
    .filter((one) => isSeen(one) && !one.closest("[aria-hidden=true], [aria-disabled=true]"))
    .sort((one, other) => Number(one.dataset.turn) - Number(other.dataset.turn));
}

/** Offers one button after the other, so that a single switch (Space or Enter) chooses. It waits while something is said. */
export function Scanner({ seconds, isPaused }: { seconds: number; isPaused: boolean }) {
  const offerNext = useEffectEvent(() => {
    if (isPaused) return;
    const list = choices();
    const at = list.indexOf(document.activeElement as HTMLElement);
    list[(at + 1) % list.length]?.focus({ preventScroll: true });
  });
  const begin = useEffectEvent((event: KeyboardEvent) => {
    const isSwitch = event.key === " " || event.key === "Enter";
    if (!isSwitch || choices().includes(document.activeElement as HTMLElement)) return;
    // Nothing is offered yet, and the switch must not turn the page instead.
    event.preventDefault();
    offerNext();
  });

  // The focus of the page moves on by the clock.
  useEffect(() => {
    const clock = setInterval(() => offerNext(), seconds * 1000);
    const listen = (event: KeyboardEvent) => begin(event);
    window.addEventListener("keydown", listen, true);
    return () => {
      clearInterval(clock);
      window.removeEventListener("keydown", listen, true);
    };
  }, [seconds]);

  return null;
}
