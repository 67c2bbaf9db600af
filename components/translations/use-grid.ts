"use client";

import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Block, blockBetween, type Size, type Spot } from "@/lib/translations/grid-moves";

export interface Grid {
  ref: RefObject<HTMLTableElement | null>;
  active: Spot;
  block: Block;
  /** What the editor of the active cell begins with: `keep` what stands there, `fresh` nothing; null when it is closed. */
  editing: "keep" | "fresh" | null;
  /** Goes to a cell; `extend` keeps the other corner of what is marked. */
  go: (spot: Spot, extend?: boolean) => void;
  mark: (from: Spot, to: Spot) => void;
  edit: (how: "keep" | "fresh") => void;
  /** Closes the editor; the cell has the focus again. */
  close: () => void;
  /** Closes the editor when the focus has gone elsewhere. */
  shut: () => void;
}

function inside({ row, column }: Spot, { rows, columns }: Size): Spot {
  return { row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) };
}

/** Which cell of the table is active, which ones are marked, and whether the active one is being written in. */
export function useGrid(size: Size): Grid {
  const ref = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Spot>({ row: 0, column: 0 });
  const [corner, setCorner] = useState<Spot>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<Grid["editing"]>(null);
  const active = inside(chosen, size);

  const focus = ({ row, column }: Spot) =>
    ref.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();

  const mark = (from: Spot, to: Spot) => {
    // What is being written is kept before the editor goes, and the editor goes before the focus moves.
    if (editing && document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
    flushSync(() => {
      setEditing(null);
      setCorner(from);
      setChosen(to);
    });
    focus(inside(to, size));
  };
  return {
    ref,
    active,
    block: blockBetween(inside(corner, size), active),
    editing,
    go: (spot, extend = false) => mark(extend ? corner : spot, spot),
    mark,
    edit: (how) =>
      // The key that was pressed writes into the editor that has the focus by then.
      flushSync(() => {
        setCorner(active);
        setEditing(how);
      }),
    close: () => mark(active, active),
    shut: () => setEditing(null),
  };
}
