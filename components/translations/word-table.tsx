"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { readWord, type WordField } from "@/lib/language-check/finding";
import type { WordEdit } from "@/lib/language-check/mend-deck";
import { isInside, type Spot } from "@/lib/translations/grid-moves";
import type { FindingsByPlace } from "@/lib/translations/group-findings";
import { canHold, placeKey, type SeenEdit, tidyWord } from "@/lib/translations/words";
import { RowHead } from "./row-head";
import { tableClipboard } from "./table-clipboard";
import { TableHead } from "./table-head";
import type { Grid } from "./use-grid";
import { usePointerMarks } from "./use-pointer-marks";
import { useStable } from "./use-stable";
import { useTableKeys } from "./use-table-keys";
import type { WordEdits } from "./use-word-edits";
import { type CellActions, WordCell } from "./word-cell";
import { wordsAt } from "./words-at";

interface WordTableProps {
  cards: Asset[];
  /** One column each. */
  languages: readonly Language[];
  /** The only one that is there for a phone. */
  phoneLanguage: Language;
  field: WordField;
  findings: FindingsByPlace;
  mendings: ReadonlyMap<string, WordEdit>;
  edits: WordEdits;
  grid: Grid;
  canEdit: boolean;
  onChange: (edits: SeenEdit[]) => void;
  onMend: (mendings: WordEdit[]) => void;
  onPaste: (block: string[][], at: Spot) => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** Cards down, languages across: one kind of text of a deck, to be written in as in a spreadsheet. */
export function WordTable(props: WordTableProps) {
  const { cards, languages, field, findings, mendings, edits, grid, canEdit, onChange } = props;
  const t = useTranslations("words");
  const size = { rows: cards.length, columns: languages.length };

  const { placeOf, marked, textOf } = wordsAt({
    cards,
    languages,
    field,
    block: grid.block,
    held: edits.held,
  });

  /** What stood in the cell when its writing began, whatever comes from others meanwhile. */
  const began = useRef<string | null>(null);
  const edit = (how: "keep" | "fresh") => {
    const place = placeOf(grid.active);
    if (!canEdit || !place || !canHold(place.card, place.language, field)) return false;
    began.current = readWord(place.card, place.language, field);
    grid.edit(how);
    return true;
  };
  const empty = () =>
    canEdit &&
    onChange(
      marked().flatMap(({ card, ...place }) => {
        const seen = readWord(card, place.language, field);
        return seen === null ? [] : [{ ...place, seen, value: null }];
      }),
    );
  const isAlone = grid.block.top === grid.block.bottom && grid.block.left === grid.block.right;
  const { handleKey, leave } = useTableKeys({
    grid,
    size,
    onEdit: edit,
    onEmpty: empty,
    onMend: () => canEdit && props.onMend(marked().flatMap((place) => mendings.get(placeKey(place)) ?? [])),
    onUndo: props.onUndo,
    onRedo: props.onRedo,
  });
  const pointer = usePointerMarks(grid, edit);

  const actions: CellActions = {
    commit: useStable((text, how) => {
      const place = placeOf(grid.active);
      const value = tidyWord(text, field);
      if (how === "stay") grid.shut();
      else leave(how);
      if (!place || value === undefined || value === textOf(place)) return;
      const { card: _, ...at } = place;
      onChange([{ ...at, value, seen: began.current }]);
    }),
    cancel: useStable(() => grid.close()),
    mend: useStable((row, column) => {
      const place = placeOf({ row, column });
      const mending = place && mendings.get(placeKey(place));
      if (mending) props.onMend([mending]);
    }),
    confirm: useStable((row, column) => {
      const place = placeOf({ row, column });
      if (!place) return;
      const { card, ...at } = place;
      const name = readWord(card, place.language, field);
      onChange([{ ...at, value: name, seen: name }]);
    }),
    keep: useStable((held) => onChange([{ ...held, seen: held.now === undefined ? held.seen : held.now }])),
    letGo: useStable((held) => edits.letGo(held)),
  };

  const clipboard = tableClipboard({
    grid,
    words: { marked, textOf },
    canEdit,
    empty,
    onChange,
    onPaste: props.onPaste,
  });

  return (
    <div className="overflow-x-auto rounded-card bg-surface shadow-card">
      <table
        ref={grid.ref}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take keys is a grid
        role="grid"
        aria-label={t(`fields.${field}`)}
        aria-multiselectable="true"
        aria-rowcount={cards.length + 1}
        aria-colcount={languages.length + 1}
        className="group/table w-full table-fixed border-separate border-spacing-0 select-none text-base sm:min-w-176"
        onKeyDown={handleKey}
        {...clipboard}
        {...pointer}
      >
        <TableHead
          languages={languages}
          phoneLanguage={props.phoneLanguage}
          isWide={field !== "name"}
          onMark={(column) => grid.mark({ row: 0, column }, { row: cards.length - 1, column })}
        />
        <tbody>
          {cards.map((card, row) => (
            <tr key={card.id} aria-rowindex={row + 2}>
              <RowHead card={card} />
              {languages.map((language, column) => {
                const key = placeKey({ cardId: card.id, language, field });
                const isActive = grid.active.row === row && grid.active.column === column;
                return (
                  <WordCell
                    key={language}
                    row={row}
                    column={column}
                    language={language}
                    field={field}
                    card={card.concept}
                    value={readWord(card, language, field)}
                    findings={findings.get(key)}
                    mended={mendings.get(key)?.value ?? undefined}
                    held={edits.held.get(key)}
                    canEdit={canEdit}
                    isClosed={!canHold(card, language, field)}
                    isActive={isActive}
                    isAlone={isAlone}
                    isMarked={isInside(grid.block, { row, column })}
                    editing={isActive ? grid.editing : null}
                    isHiddenOnPhones={languages.length > 1 && language !== props.phoneLanguage}
                    actions={actions}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
