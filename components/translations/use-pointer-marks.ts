"use client";

import { type PointerEvent, useRef } from "react";
import { isInside, type Spot } from "@/lib/translations/grid-moves";
import type { Grid } from "./use-grid";

function spotOf(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-row]") : null;
  return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest("button, textarea, [role=alert]") !== null;

const isSame = (one: Spot, other: Spot) => one.row === other.row && one.column === other.column;

/** A press marks a cell, one more writes in it; a mouse that is drawn over cells marks them all. */
export function usePointerMarks(grid: Grid, onEdit: (how: "keep") => boolean) {
  const drawnFrom = useRef<Spot | null>(null);
  const wasActive = useRef(false);

  return {
    onPointerDown: (event: PointerEvent) => {
      const spot = spotOf(event.target);
      if (!spot || isControl(event.target) || event.button !== 0) return;
      const { block, active } = grid;
      const isAlone = block.top === block.bottom && block.left === block.right;
      const hasFocus = document.activeElement?.closest("table") === grid.ref.current;
      wasActive.current = isAlone && isSame(active, spot) && isInside(block, spot) && hasFocus;
      if (event.pointerType !== "mouse") return;
      if (event.shiftKey) event.preventDefault();
      grid.go(spot, event.shiftKey);
      drawnFrom.current = spot;
    },
    onPointerOver: (event: PointerEvent) => {
      const from = drawnFrom.current;
      if (!from || event.buttons !== 1) {
        drawnFrom.current = null;
        return;
      }
      const spot = spotOf(event.target);
      if (!spot || isSame(spot, grid.active)) return;
      wasActive.current = false;
      grid.mark(from, spot);
    },
    onClick: (event: { target: EventTarget; shiftKey: boolean }) => {
      drawnFrom.current = null;
      const spot = spotOf(event.target);
      if (!spot || isControl(event.target) || event.shiftKey) return;
      if (wasActive.current && isSame(spot, grid.active)) onEdit("keep");
      else if (!isSame(spot, grid.active)) grid.go(spot);
    },
  };
}
