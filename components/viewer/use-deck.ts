import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

const keySteps: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  " ": 1,
  Enter: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/** How hard a mouse must flick, in pixels per millisecond, to turn a card that was dragged less than half way. */
const flick = 0.35;

/**
 * A row of `count` full-screen places. Fingers use the browser's own scrolling, which snaps; a mouse drags the row
 * and lets go of it with its speed; keys and buttons step.
 */
export function useDeck(track: RefObject<HTMLElement | null>, count: number, isCalm: boolean) {
  const [index, setIndex] = useState(0);
  const drag = useRef<{
    id: number;
    from: number;
    scroll: number;
    x: number;
    at: number;
    speed: number;
  } | null>(null);

  const goTo = (next: number) => {
    const element = track.current;
    if (!element) return;
    const place = Math.max(0, Math.min(count - 1, next));
    element.scrollTo({ left: place * element.clientWidth, behavior: isCalm ? "instant" : "smooth" });
  };

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("dialog, canvas")) return;
    if (target?.closest("button") && (event.key === " " || event.key === "Enter")) return;
    const step = keySteps[event.key];
    if (step !== undefined) goTo(index + step);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(count - 1);
    else return;
    event.preventDefault();
  });

  // Listens to the keyboard, and to the scrolling of the row to know which card is in front.
  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const handleScroll = () => setIndex(Math.round(element.scrollLeft / Math.max(1, element.clientWidth)));
    const handleDown = (event: KeyboardEvent) => handleKey(event);
    // Fingers push the row before the scripts have come.
    handleScroll();
    element.addEventListener("scroll", handleScroll, { passive: true });
    window.addEventListener("keydown", handleDown);
    return () => {
      element.removeEventListener("scroll", handleScroll);
      window.removeEventListener("keydown", handleDown);
    };
  }, [track]);

  const pointer = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      const { clientX: x, timeStamp: at, pointerId: id, currentTarget } = event;
      drag.current = { id, from: x, scroll: currentTarget.scrollLeft, x, at, speed: 0 };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = drag.current;
      if (!held || held.id !== event.pointerId) return;
      const { currentTarget: element, clientX: x, timeStamp: at } = event;
      if (Math.abs(x - held.from) > 6 && !element.hasPointerCapture(held.id)) {
        element.setPointerCapture(held.id);
        element.dataset.dragging = "";
      }
      if (at > held.at) held.speed = 0.7 * ((held.x - x) / (at - held.at)) + 0.3 * held.speed;
      held.x = x;
      held.at = at;
      if (element.hasPointerCapture(held.id)) element.scrollLeft = held.scroll + held.from - x;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => release(event, event.timeStamp),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => release(event, Number.POSITIVE_INFINITY),
  };

  const release = ({ currentTarget: element }: PointerEvent<HTMLElement>, at: number) => {
    const held = drag.current;
    drag.current = null;
    if (!held || element.dataset.dragging === undefined) return;
    const width = Math.max(1, element.clientWidth);
    const start = Math.round(held.scroll / width);
    const isFlick = at - held.at < 80 && Math.abs(held.speed) > flick;
    goTo(isFlick ? start + Math.sign(held.speed) : Math.round(element.scrollLeft / width));
    // Snapping comes back once the row has arrived, or it would jump there.
    setTimeout(() => delete element.dataset.dragging, isCalm ? 0 : 450);
  };

  return { index: Math.min(index, count - 1), goTo, pointer };
}
