"use client";

import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { columnsOf, placeByKey, placeInColumn, placeUnder } from "@/lib/cards/grid-place";
import { moved } from "@/lib/cards/ideas";
import { useGlide } from "./use-glide";
import { boxesOf, usePointerLift } from "./use-pointer-lift";

interface Lift {
  id: string;
  how: "pointer" | "keys";
  order: string[];
}

interface CardOrderOptions {
  ids: string[];
  /** Its cards carry their id as `data-asset`, and their handle `data-grip`. */
  list: RefObject<HTMLElement | null>;
  canMove: boolean;
  onDrop: (ids: string[]) => void;
  onLongPress?: (id: string) => void;
  /** Says what happens to who cannot see it. */
  onSay: (event: "lifted" | "moved" | "dropped" | "cancelled", id: string, place: number) => void;
}

/**
 * Puts the cards of a grid, or of a list, in order: by dragging, or from a card's handle by the keyboard, where Space lifts and drops,
 * arrows move, and Escape lets it lie where it was.
 */
export function useCardOrder({ ids, list, canMove, onDrop, onLongPress, onSay }: CardOrderOptions) {
  const [lift, setLift] = useState<Lift | null>(null);
  // Others may take cards away or add some while one is being moved.
  const order = lift
    ? [...lift.order.filter((id) => ids.includes(id)), ...ids.filter((id) => !lift.order.includes(id))]
    : ids;

  const end = (isKept: boolean) => {
    if (!lift) return;
    setLift(null);
    const place = (isKept ? order : ids).indexOf(lift.id);
    if (lift.how === "keys") onSay(isKept ? "dropped" : "cancelled", lift.id, place);
    if (isKept && place !== -1 && order.some((id, at) => id !== ids[at])) onDrop(order);
  };
  const moveTo = (place: number) => {
    if (!lift || order.indexOf(lift.id) === place) return;
    setLift({ ...lift, order: moved(order, lift.id, place) });
    if (lift.how === "keys") onSay("moved", lift.id, place);
  };

  const pointer = usePointerLift({
    list,
    order,
    canMove,
    onLift: (id) => setLift({ id, how: "pointer", order: ids }),
    onMove: (x, y) => {
      if (!lift || !list.current) return;
      const boxes = boxesOf(list.current);
      const place =
        columnsOf(boxes) === 1 ? placeInColumn(boxes, order.indexOf(lift.id), y) : placeUnder(boxes, x, y);
      if (place !== null) moveTo(place);
    },
    onDrop: end,
    ...(onLongPress ? { onLongPress } : {}),
  });
  useGlide(list, order, pointer.lifted);

  const byKeys = lift?.how === "keys" ? lift.id : null;
  const place = byKeys === null ? -1 : order.indexOf(byKeys);
  // A card that moves within the list loses the focus: it goes along.
  useEffect(() => {
    if (byKeys === null || place < 0) return;
    const grip = list.current?.querySelector<HTMLElement>(`[data-asset="${byKeys}"] [data-grip]`);
    grip?.focus({ preventScroll: true });
    grip?.closest("[data-asset]")?.scrollIntoView({ block: "nearest" });
  }, [list, byKeys, place]);

  const handleKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest("[data-grip]") && target.closest<HTMLElement>("[data-asset]")?.dataset.asset;
    if (!id || !canMove || lift?.how === "pointer" || event.ctrlKey || event.metaKey || event.altKey) return;
    const isLifted = byKeys === id;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === " " || event.key === "Enter") {
      done();
      if (isLifted) return end(true);
      setLift({ id, how: "keys", order: ids });
      return onSay("lifted", id, ids.indexOf(id));
    }
    if (!isLifted) return;
    if (event.key === "Tab") return end(true);
    if (event.key === "Escape") {
      done();
      return end(false);
    }
    const columns = list.current ? columnsOf(boxesOf(list.current)) : 1;
    const goal = placeByKey(event.key, order.indexOf(id), columns, order.length);
    if (goal === null) return;
    done();
    moveTo(goal);
  };

  return { order, liftedId: lift?.id ?? null, handlers: { ...pointer.handlers, onKeyDown: handleKeyDown } };
}
