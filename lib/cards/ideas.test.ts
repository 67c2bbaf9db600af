import { describe, expect, test } from "vitest";
import type { Asset } from "../drafts/schema.ts";
import { ideaName, moved, renamed, wordLanguage } from "./ideas.ts";

const card = (names: Partial<Asset["names"]>, concept = "fox") =>
  ({ concept, names: { fr: null, en: null, es: null, it: null, de: null, ...names } }) as Asset;

test("ideas are shown in the reader's language where the deck has it, else in the deck's first", () => {
  expect(wordLanguage("de", ["fr", "de"])).toBe("de");
  expect(wordLanguage("de", ["es", "it"])).toBe("es");
});

test("a card without a name is called by what it is about", () => {
  expect(ideaName(card({ fr: "renard" }), "fr")).toBe("renard");
  expect(ideaName(card({ fr: "renard" }), "en")).toBe("fox");
});

describe("renaming", () => {
  test("makes another idea of the card, without the names of the old one", () => {
    expect(renamed(card({ de: "Fuchs", fr: "renard" }), "de", " Wolf ")).toEqual({
      concept: "Wolf",
      names: { de: "Wolf", fr: null },
    });
  });

  test("to the same word written otherwise keeps the idea and its other names", () => {
    expect(renamed(card({ de: "fuchs", fr: "renard" }), "de", "Fuchs")).toEqual({ names: { de: "Fuchs" } });
  });

  test.each(["", "   ", "Fuchs"])("to %j changes nothing", (text) => {
    expect(renamed(card({ de: "Fuchs" }), "de", text)).toBeNull();
  });
});

test("an item is moved to its place, and to the nearest one where there is no such place", () => {
  expect(moved(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "c", 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], "b", 9)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
});
