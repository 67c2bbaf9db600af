"use client";

import type { KeyboardEvent } from "react";
import { useRef } from "react";
import { moveBy, type Size, stepFrom } from "@/lib/translations/grid-moves";
import type { Leave } from "./cell-editor";
import type { Grid } from "./use-grid";

interface TableKeys {
  grid: Grid;
  size: Size;
  /** Opens the editor of the active cell; false where nothing can be written. */
  onEdit: (how: "keep" | "fresh") => boolean;
  onEmpty: () => void;
  onMend: () => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** A key that writes a letter, or begins one; many keyboards write `@` and `é` with Alt or AltGr. */
function writes(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  if ([...key].length !== 1) return key === "Dead" || key === "Process";
  if (event.getModifierState("AltGraph")) return true;
  return !ctrlKey && !metaKey && (!altKey || key > "~");
}

/**
 * The keys of a spreadsheet. Tab goes from cell to cell while one writes from cell to cell; else it leaves the table, as
 * people who use the keyboard alone expect.
 */
export function useTableKeys({ grid, size, onEdit, onEmpty, onMend, onUndo, onRedo }: TableKeys) {
  const isWriting = useRef(false);

  const handleKey = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    const isFar = event.ctrlKey || event.metaKey;
    const isCell = event.target instanceof HTMLElement && event.target.hasAttribute("data-row");
    if (!isCell) return;
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (key === "Tab" && isWriting.current && !isFar) {
      const next = stepFrom(grid.active, size, shiftKey ? -1 : 1);
      if (!next) return;
      done();
      grid.go(next);
      return;
    }
    if (key === "Shift") return;
    isWriting.current = false;
    if (altKey && key === "Enter") {
      done();
      onMend();
    } else if (isFar && key.toLowerCase() === "z") {
      done();
      if (shiftKey) onRedo();
      else onUndo();
    } else if (isFar && key.toLowerCase() === "y") {
      done();
      onRedo();
    } else if (isFar && key.toLowerCase() === "a") {
      done();
      grid.mark({ row: 0, column: 0 }, { row: size.rows - 1, column: size.columns - 1 });
    } else if (key === "Enter" || key === "F2") {
      done();
      onEdit("keep");
    } else if (key === "Delete" || key === "Backspace") {
      done();
      onEmpty();
    } else if (writes(event)) {
      // The editor takes the focus before the browser writes the letter, which also lets input methods begin.
      event.stopPropagation();
      if (!onEdit("fresh")) event.preventDefault();
    } else {
      const next = altKey ? null : moveBy(key, grid.active, size, isFar);
      if (!next) return;
      done();
      grid.go(next, shiftKey);
    }
  };

  /** Goes on from a cell that was written. */
  const leave = (how: Exclude<Leave, "stay">) => {
    isWriting.current = how === "right" || how === "left";
    const next = isWriting.current
      ? stepFrom(grid.active, size, how === "left" ? -1 : 1)
      : moveBy(how === "up" ? "ArrowUp" : "ArrowDown", grid.active, size);
    grid.go(next ?? grid.active);
  };

  return { handleKey, leave };
}
