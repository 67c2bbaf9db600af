import { describe, expect, it } from "vitest";
import type { Language } from "../contract/languages.ts";
import { cardOf } from "../language-check/testing/cards.ts";
import { readBlock, writeBlock } from "./clipboard.ts";
import { type PasteTarget, planPaste } from "./plan-paste.ts";

const card = (concept: string, names: Partial<Record<Language, string>>) => ({
  ...cardOf(concept, names),
  concept,
});
const cards = [
  card("lion", { fr: "lion", en: "lion", de: "Löwe" }),
  card("tiger", { fr: "tigre", en: "tiger" }),
  card("bear", { fr: "ours", en: "bear", de: "Bär" }),
];
const table: PasteTarget = { cards, languages: ["fr", "en", "de"], field: "name", row: 0, column: 0 };

function planned(text: string, target: Partial<PasteTarget> = {}) {
  const { changes, notes } = planPaste(readBlock(text), { ...table, ...target });
  return {
    changes: changes.map(({ cardId, language, seen, value }) => `${cardId}.${language}: ${seen} → ${value}`),
    notes,
  };
}

describe("pasting into the table", () => {
  it("lays a column over the cards from the cell on", () => {
    expect(planned("Löwe\nTiger\nBraunbär", { column: 2 })).toEqual({
      changes: ["tiger.de: null → Tiger", "bear.de: Bär → Braunbär"],
      notes: { same: 1 },
    });
  });

  it("lays a block over several languages", () => {
    expect(planned("big cat\tGroßkatze\nwhite bear\tEisbär", { row: 1, column: 1 }).changes).toEqual([
      "tiger.en: tiger → big cat",
      "tiger.de: null → Großkatze",
      "bear.en: bear → white bear",
      "bear.de: Bär → Eisbär",
    ]);
  });

  it("says what is left over and what is left alone", () => {
    expect(planned("a\nb\nc\nd\ne").notes).toEqual({ left_over: 2 });
    expect(planned("a\nb").notes).toEqual({ untouched: 1 });
    expect(planned("a\tb\tc", { column: 1 })).toEqual({
      changes: ["lion.en: lion → a", "lion.de: Löwe → b"],
      notes: { wide: 1 },
    });
  });

  it("keeps what is there where the block is empty", () => {
    expect(planned("a\n\nc").notes).toEqual({ empty: 1 });
    expect(planned("a\n\nc").changes).toHaveLength(2);
  });

  it("puts columns under the languages that a heading names, in whatever words", () => {
    expect(planned("Deutsch\tfrançais\nLeu\tlion\nTiger\ttigre", { column: 1, row: 2 })).toEqual({
      changes: ["lion.de: Löwe → Leu", "tiger.de: null → Tiger"],
      notes: { same: 2, untouched: 1 },
    });
    expect(planned("es\tDE\nleón\tLeu").notes).toEqual({ wide: 1, untouched: 2 });
  });

  it("finds the cards of its own copy wherever their rows went", () => {
    const copy = writeBlock([
      ["Card", "fr", "en", "de"],
      ["bear", "ours brun", "bear", "Bär"],
      ["wolf", "loup", "wolf", "Wolf"],
      ["lion", "lion", "lion", "Löwe"],
    ]);
    expect(planned(copy, { row: 1, column: 2 })).toEqual({
      changes: ["bear.fr: ours → ours brun"],
      notes: { same: 5, unknown: 1 },
    });
  });

  it("refuses what is too long, and texts of cards without a name", () => {
    expect(planned(`${"a".repeat(101)}\nb\nc`).notes).toEqual({ long: 1 });
    expect(planned("Ein Löwe.\nEin Tiger.\nEin Bär.", { field: "alt_text", column: 2 }).notes).toEqual({
      unnamed: 1,
    });
  });

  it("tidies what it takes", () => {
    expect(planned(" Lion \u200b ").changes).toEqual(["lion.fr: lion → Lion"]);
  });
});
