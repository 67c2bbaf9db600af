import type { Language } from "../contract/languages.ts";
import { type CheckedCard, readWord, type WordField } from "../language-check/finding.ts";
import { foldName, withoutAccents } from "../language-check/fold.ts";
import { readLanguage } from "./headings.ts";
import { canHold, type SeenEdit, tidyWord } from "./words.ts";

/** A card as the table names it. */
export interface LabelledCard extends CheckedCard {
  concept: string;
}

export interface PasteTarget {
  cards: readonly LabelledCard[];
  languages: readonly Language[];
  field: WordField;
  /** The cell that the block begins in. */
  row: number;
  column: number;
}

/** Why something of a block is left out, or something of the table untouched, and how often. */
export const pasteNotes = [
  "left_over",
  "untouched",
  "wide",
  "unknown",
  "empty",
  "unnamed",
  "long",
  "same",
] as const;
export type PasteNote = (typeof pasteNotes)[number];

/** What pasting a block would change, to be looked at before. */
export interface PastePlan {
  changes: SeenEdit[];
  notes: Partial<Record<PasteNote, number>>;
  /** The first row named the languages, or the first column the cards. */
  byHeading: boolean;
  byCard: boolean;
}

const fold = (text: string) => withoutAccents(foldName(text, "en"));

/** Which column of the block goes into which language; those of a heading count wherever they stand. */
function columnsOf(block: readonly string[][], target: PasteTarget) {
  const headings = (block[0] ?? []).map(readLanguage);
  const named = headings.filter((language) => language !== null).length;
  const cells = (block[0] ?? []).filter((cell) => cell.trim() !== "").length;
  // One word alone (`Deutsch`) may be the name of a card.
  const isHeading = named > 0 && named >= cells - 1 && (named > 1 || block.length > 1);
  if (isHeading) return { headings, isHeading };
  const free = target.languages.slice(target.column);
  return { headings: (block[0] ?? []).map((_, at) => free[at] ?? null), isHeading };
}

/** The cards that a first column names, where it names each of them and no other way to read it is left. */
function cardsNamed(
  labels: readonly string[],
  cards: readonly LabelledCard[],
): (LabelledCard | null)[] | null {
  const byLabel = new Map<string, LabelledCard>();
  for (const card of cards)
    for (const label of [card.concept, ...Object.values(card.names)])
      if (label) byLabel.set(fold(label), card);
  const found = labels.map((label) => byLabel.get(fold(label)) ?? null);
  return found.filter(Boolean).length * 2 > labels.length ? found : null;
}

/**
 * Lays a block of cells over the table, from a cell on. A heading of languages and a column of cards, as the table's own
 * copy has them, decide where cells go. Empty cells of the block keep what is there.
 */
export function planPaste(block: readonly string[][], target: PasteTarget): PastePlan {
  const { cards, languages, field } = target;
  const { headings, isHeading } = columnsOf(block, target);
  const rows = isHeading ? block.slice(1) : block;
  const hasLabels = isHeading && headings[0] === null && headings.length > 1;
  const named = hasLabels
    ? cardsNamed(
        rows.map(([label]) => label ?? ""),
        cards,
      )
    : null;
  const start = isHeading ? 0 : target.row;
  const notes: PastePlan["notes"] = {};
  const note = (kind: PasteNote, count = 1) => {
    if (count > 0) notes[kind] = (notes[kind] ?? 0) + count;
  };
  const changes = new Map<string, SeenEdit>();

  const place = (card: CheckedCard, language: Language, text: string) => {
    const value = tidyWord(text, field);
    const seen = readWord(card, language, field);
    if (value === null) note("empty");
    else if (value === undefined) note("long");
    else if (!canHold(card, language, field)) note("unnamed");
    else if (value === seen) note("same");
    else changes.set(`${card.id} ${language}`, { cardId: card.id, language, field, value, seen });
  };

  for (const [at, row] of rows.entries()) {
    const card = named ? named[at] : cards[start + at];
    if (!card) {
      note(named ? "unknown" : "left_over");
      continue;
    }
    for (const [column, text] of row.entries()) {
      const language = headings[column];
      if (language && languages.includes(language)) place(card, language, text);
      else if (text.trim() !== "" && !(hasLabels && column === 0)) note("wide");
    }
  }
  if (!named && (isHeading || rows.length > 1)) note("untouched", cards.length - start - rows.length);
  return { changes: [...changes.values()], notes, byHeading: isHeading, byCard: named !== null };
}
