"use client";

import {
  type DragEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Box } from "@/lib/cards/grid-place";
import { glide } from "./motion";

/** How far a pointer goes before a press becomes a move, in pixels. */
const slack = 8;
const edgePixels = 96;
const pixelsPerFrame = 11;
/** How long a finger rests on a card before it is chosen. */
const longPressMs = 450;

interface PointerLiftOptions {
  list: RefObject<HTMLElement | null>;
  /** The order as it is shown, to follow a card to its new place. */
  order: readonly string[];
  canMove: boolean;
  onLift: (id: string) => void;
  /** Where the pointer is now, in pixels from the corner of the list. */
  onMove: (x: number, y: number) => void;
  onDrop: (isKept: boolean) => void;
  onLongPress?: (id: string) => void;
}

interface Press {
  id: string;
  tile: HTMLElement;
  pointerId: number;
  x: number;
  y: number;
  /** From the corner of the card to the pointer. */
  grabX: number;
  grabY: number;
  /** How far it was carried from where it lies. */
  shift: [right: number, down: number];
  mayMove: boolean;
}

/** The cards of a list, as they lie without what a pointer does to them. */
export function boxesOf(list: HTMLElement): Box[] {
  return [...list.querySelectorAll<HTMLElement>(":scope > [data-asset]")].map(
    ({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => ({
      left: offsetLeft,
      top: offsetTop,
      width: offsetWidth,
      height: offsetHeight,
    }),
  );
}

/**
 * Lifts a card with a mouse from anywhere on it, with a finger from its grip alone, so that pages still scroll. A finger
 * that rests on a card chooses it.
 */
export function usePointerLift({
  list,
  order,
  canMove,
  onLift,
  onMove,
  onDrop,
  onLongPress,
}: PointerLiftOptions) {
  const press = useRef<Press | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** A press that became something else ends in no click. */
  const isSpent = useRef(false);
  const last = useRef({ x: 0, y: 0 });
  const [isPressed, setIsPressed] = useState(false);
  const [lifted, setLifted] = useState<string | null>(null);

  /** Keeps the card under the pointer, wherever it lies by its order. */
  const hold = () => {
    const held = press.current;
    const corner = list.current?.getBoundingClientRect();
    if (!held || !corner) return null;
    const [x, y] = [last.current.x - corner.left, last.current.y - corner.top];
    held.shift = [x - held.grabX - held.tile.offsetLeft, y - held.grabY - held.tile.offsetTop];
    held.tile.style.translate = held.shift.map((pixels) => `${pixels}px`).join(" ");
    return [x, y] as const;
  };
  const follow = () => {
    const at = hold();
    if (at) onMove(...at);
  };
  const end = (isKept: boolean) => {
    clearTimeout(timer.current);
    const held = press.current;
    press.current = null;
    setIsPressed(false);
    if (!held || lifted === null) return;
    held.tile.style.translate = "";
    glide(held.tile, ...held.shift);
    setLifted(null);
    onDrop(isKept);
  };

  const handleMove = useEffectEvent((event: globalThis.PointerEvent) => {
    const held = press.current;
    if (!held || event.pointerId !== held.pointerId) return;
    last.current = { x: event.clientX, y: event.clientY };
    if (lifted !== null) return follow();
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < slack) return;
    clearTimeout(timer.current);
    if (!held.mayMove) return end(false);
    isSpent.current = true;
    setLifted(held.id);
    onLift(held.id);
  });
  const handleEnd = useEffectEvent((isKept: boolean) => end(isKept));
  const handleFrame = useEffectEvent(() => {
    const { y } = last.current;
    const step = y < edgePixels ? -pixelsPerFrame : y > window.innerHeight - edgePixels ? pixelsPerFrame : 0;
    if (step === 0) return;
    const before = window.scrollY;
    window.scrollBy(0, step);
    if (window.scrollY !== before) follow();
  });

  // A card that moves within the list loses the pointer that was captured: the window keeps it.
  useEffect(() => {
    if (!isPressed) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener("pointermove", (event) => handleMove(event), { signal });
    window.addEventListener("pointerup", () => handleEnd(true), { signal });
    window.addEventListener("pointercancel", () => handleEnd(false), { signal });
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      handleEnd(false);
    };
    window.addEventListener("keydown", handleKey, { signal, capture: true });
    return () => listeners.abort();
  }, [isPressed]);

  // The page scrolls on while a card is held at its edge.
  useEffect(() => {
    if (lifted === null) return;
    let frame = requestAnimationFrame(function again() {
      handleFrame();
      frame = requestAnimationFrame(again);
    });
    return () => cancelAnimationFrame(frame);
  }, [lifted]);

  const key = order.join(" ");
  const handleOrder = useEffectEvent(() => {
    if (lifted !== null) hold();
  });
  // A card that came to lie elsewhere stays under the pointer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards only move when the order changes
  useLayoutEffect(() => handleOrder(), [key]);
  const handleLifted = useEffectEvent(() => follow());
  // A quick hand is far away by the time the card is lifted.
  useLayoutEffect(() => {
    if (lifted !== null) handleLifted();
  }, [lifted]);

  const handlePointerDown = (event: PointerEvent) => {
    isSpent.current = false;
    const target = event.target as HTMLElement;
    const tile = target.closest<HTMLElement>("[data-asset]");
    if (!tile || event.button !== 0 || !event.isPrimary || press.current || !canMove) return;
    const onGrip = target.closest("[data-grip]") !== null;
    if (!onGrip && target.closest("button, input, label, video")) return;
    const corner = tile.getBoundingClientRect();
    const id = tile.dataset.asset ?? "";
    const isMouse = event.pointerType === "mouse";
    press.current = {
      id,
      tile,
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      grabX: event.clientX - corner.left,
      grabY: event.clientY - corner.top,
      shift: [0, 0],
      mayMove: onGrip || isMouse,
    };
    setIsPressed(true);
    if (isMouse || onGrip || !onLongPress) return;
    timer.current = setTimeout(() => {
      isSpent.current = true;
      end(false);
      onLongPress(id);
    }, longPressMs);
  };
  const handlers = {
    onPointerDown: handlePointerDown,
    onClickCapture: (event: MouseEvent) => {
      // A click without a count comes from the keyboard.
      if (!isSpent.current || event.detail === 0) return;
      isSpent.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // A finger that rests asks for a card, not for what a browser offers for links.
    onContextMenu: (event: MouseEvent) => {
      if (press.current || isSpent.current) event.preventDefault();
    },
    onDragStart: (event: DragEvent) => event.preventDefault(),
  };
  return { lifted, handlers };
}
