"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import { moved } from "@/lib/cards/ideas";

/** An item that was lifted, where it was, and the order as it would be. */
interface Lift {
  id: string;
  how: "pointer" | "keys";
  order: string[];
}

interface DragOrderOptions {
  ids: string[];
  /** Its rows carry their id as `data-idea`, and their handle as `data-grip`. */
  list: RefObject<HTMLElement | null>;
  onDrop: (ids: string[]) => void;
  /** Says what happened to who cannot see it. */
  onSay: (event: "lifted" | "moved" | "dropped" | "cancelled", id: string, place: number) => void;
}

const edgePixels = 90;

/** The row over which a finger or a mouse is: the first one whose middle lies below it. */
function placeAt(list: HTMLElement, id: string, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-idea]")].filter(
    (row) => row.dataset.idea !== id,
  );
  const below = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return below === -1 ? rows.length : below;
}

/**
 * Puts a list in order: by dragging a handle, or from its handle by the keyboard, where Space lifts and drops, arrows
 * move, and Escape lets it lie where it was.
 */
export function useDragOrder({ ids, list, onDrop, onSay }: DragOrderOptions) {
  const [lift, setLift] = useState<Lift | null>(null);
  // Others may take cards away or add some while one is being moved.
  const order = lift
    ? [...lift.order.filter((id) => ids.includes(id)), ...ids.filter((id) => !lift.order.includes(id))]
    : ids;

  const end = (isDropped: boolean) => {
    if (!lift) return;
    setLift(null);
    const place = (isDropped ? order : ids).indexOf(lift.id);
    if (lift.how === "keys") onSay(isDropped ? "dropped" : "cancelled", lift.id, place);
    if (isDropped && order.some((id, at) => id !== ids[at])) onDrop(order);
  };
  const moveTo = (place: number) => {
    if (!lift || order.indexOf(lift.id) === place) return;
    const next = moved(order, lift.id, place);
    setLift({ ...lift, order: next });
    if (lift.how === "keys") onSay("moved", lift.id, next.indexOf(lift.id));
  };

  const handlePointerMove = useEffectEvent((event: globalThis.PointerEvent) => {
    if (!lift || !list.current) return;
    event.preventDefault();
    moveTo(placeAt(list.current, lift.id, event.clientY));
    if (event.clientY < edgePixels) window.scrollBy(0, -12);
    else if (event.clientY > window.innerHeight - edgePixels) window.scrollBy(0, 12);
  });
  const handleEnd = useEffectEvent((isDropped: boolean) => end(isDropped));
  const dragged = lift?.how === "pointer" ? lift.id : null;

  // A row that moves within the list loses the pointer that was captured: the window keeps it.
  useEffect(() => {
    if (dragged === null) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener("pointermove", (event) => handlePointerMove(event), { signal, passive: false });
    window.addEventListener("pointerup", () => handleEnd(true), { signal });
    window.addEventListener("pointercancel", () => handleEnd(false), { signal });
    window.addEventListener("keydown", (event) => event.key === "Escape" && handleEnd(false), { signal });
    return () => listeners.abort();
  }, [dragged]);

  const place = lift?.how === "keys" ? order.indexOf(lift.id) : -1;
  const liftedByKeys = lift?.how === "keys" ? lift.id : null;
  // So does the focus: it goes along with the row.
  useEffect(() => {
    if (liftedByKeys === null || place < 0) return;
    list.current?.querySelector<HTMLElement>(`[data-idea="${liftedByKeys}"] [data-grip]`)?.focus();
  }, [list, liftedByKeys, place]);

  const gripOf = (id: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (event.pointerType !== "mouse") event.preventDefault();
      setLift({ id, how: "pointer", order: ids });
    },
    onKeyDown: (event: KeyboardEvent) => {
      const isLifted = lift?.id === id;
      const { key } = event;
      if (key === " " || key === "Enter") {
        event.preventDefault();
        if (isLifted) return end(true);
        setLift({ id, how: "keys", order: ids });
        onSay("lifted", id, ids.indexOf(id));
      } else if (isLifted && key === "Tab") {
        end(true);
      } else if (isLifted && ["Escape", "ArrowUp", "ArrowDown", "Home", "End"].includes(key)) {
        event.preventDefault();
        event.stopPropagation();
        const at = order.indexOf(id);
        if (key === "Escape") return end(false);
        const goals: Record<string, number> = {
          ArrowUp: at - 1,
          ArrowDown: at + 1,
          Home: 0,
          End: order.length,
        };
        moveTo(Math.max(0, Math.min(goals[key] ?? at, order.length - 1)));
      }
    },
  });
  return { order, liftedId: lift?.id ?? null, gripOf };
}
