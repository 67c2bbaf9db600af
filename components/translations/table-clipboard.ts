import type { ClipboardEvent } from "react";
import { readWord } from "@/lib/language-check/finding";
import { readBlock, writeBlock } from "@/lib/translations/clipboard";
import type { Spot } from "@/lib/translations/grid-moves";
import { canHold, type SeenEdit, tidyWord } from "@/lib/translations/words";
import type { Grid } from "./use-grid";
import type { CardPlace } from "./words-at";

interface TableClipboard {
  grid: Grid;
  words: { marked: () => CardPlace[]; textOf: (place: CardPlace) => string | null };
  canEdit: boolean;
  empty: () => void;
  onChange: (edits: SeenEdit[]) => void;
  /** Several cells at once, to be looked at before they are kept. */
  onPaste: (block: string[][], at: Spot) => void;
}

const isCell = (target: EventTarget) => target instanceof Element && target.hasAttribute("data-row");

/** Copy, cut and paste of marked cells, as spreadsheets understand them. */
export function tableClipboard({ grid, words, canEdit, empty, onChange, onPaste }: TableClipboard) {
  const copy = (event: ClipboardEvent) => {
    const width = grid.block.right - grid.block.left + 1;
    const texts = words.marked().map((place) => words.textOf(place) ?? "");
    const rows = Array.from({ length: texts.length / width }, (_, at) =>
      texts.slice(at * width, (at + 1) * width),
    );
    event.preventDefault();
    event.clipboardData.setData("text/plain", writeBlock(rows));
  };

  /** One text goes into every marked cell. */
  const fill = (text: string) => {
    const edits = words.marked().flatMap(({ card, ...place }) => {
      const value = tidyWord(text, place.field);
      const seen = readWord(card, place.language, place.field);
      const isNews = value !== undefined && value !== seen && canHold(card, place.language, place.field);
      return isNews ? [{ ...place, seen, value }] : [];
    });
    onChange(edits);
  };

  return {
    onCopy: (event: ClipboardEvent) => {
      if (isCell(event.target)) copy(event);
    },
    onCut: (event: ClipboardEvent) => {
      if (!isCell(event.target)) return;
      copy(event);
      empty();
    },
    onPaste: (event: ClipboardEvent) => {
      if (!canEdit) return;
      const block = readBlock(event.clipboardData.getData("text/plain"));
      const isOne = block.length === 1 && block[0]?.length === 1;
      // One text goes into the cell that is being written, as everywhere.
      if (block.length === 0 || (isOne && !isCell(event.target))) return;
      event.preventDefault();
      if (isOne) return fill(block[0]?.[0] ?? "");
      grid.close();
      onPaste(block, { row: grid.block.top, column: grid.block.left });
    },
  };
}
