import { readFileSync } from "node:fs";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { allConcepts, allThemes, conceptsOfTheme, findConcept, foldWord, LANGUAGES } from "./catalogue.ts";
import { isMachine } from "./drawings.ts";
import { hasArt } from "./figure.ts";
import { BUILT_IN_THEMES } from "./selection.ts";

describe("the catalogue of concepts", () => {
  it("names every concept in five languages, without an article", () => {
    for (const { key, names } of allConcepts())
      for (const language of LANGUAGES) {
        expect(names[language], `${key} in ${language}`).toBeTruthy();
        expect(names[language]).not.toMatch(/^(the|le|la|les|el|los|las|il|lo|gli|der|die|das) /i);
        expect(names[language]).not.toMatch(/[()|/]/);
      }
  });

  it("has art for every concept", () => {
    for (const { key, art } of allConcepts()) expect(hasArt(art), key).toBe(true);
  });

  it("keeps the words of a theme apart in every language", () => {
    for (const theme of allThemes())
      for (const language of LANGUAGES) {
        const words = conceptsOfTheme(theme).map(({ names }) => foldWord(names[language]));
        expect(
          words.filter((word, at) => words.indexOf(word) !== at),
          `${theme} in ${language}`,
        ).toEqual([]);
      }
  });

  it("offers at least twenty-five concepts in each built-in theme", () => {
    for (const theme of BUILT_IN_THEMES)
      expect(conceptsOfTheme(theme).length, theme).toBeGreaterThanOrEqual(25);
  });

  it("shows twenty true machines first in the construction theme, each drawn by code", () => {
    const machines = conceptsOfTheme("construction").slice(0, 20);
    expect(machines.filter(({ art }) => !isMachine(art)).map(({ key }) => key)).toEqual([]);
    expect(new Set(machines.map(({ art }) => art)).size).toBe(20);
  });

  it("knows no concept of a theme that does not exist", () => {
    expect(conceptsOfTheme("quantum mechanics")).toEqual([]);
  });

  it("packs its art in less than a megabyte, gzipped", () => {
    const json = brotliDecompressSync(readFileSync(new URL("art.json.br", import.meta.url)));
    expect(gzipSync(json, { level: 9 }).length).toBeLessThan(1024 * 1024);
  });
});

describe("finding a concept by its label", () => {
  it.each([
    ["lion", undefined, "lion"],
    ["le renard", "fr", "fox"],
    ["Füchse", "de", "fox"],
    ["Pulpos", "es", "octopus"],
    ["farfalle", "it", "butterfly"],
    ["camions de pompiers", "fr", "fire-engine"],
    ["fire engines", "en", "fire-engine"],
    ["Straßenwalze", "de", "road-roller"],
    ["burro", "es", "donkey"],
    ["burro", "it", "butter"],
    ["PELLETEUSE", undefined, "excavator"],
    ["pie", "en", "pie"],
    ["bétonnière", "fr", "concrete-mixer"],
    ["boats", "en", "sailboat"],
    ["Flieger", "de", "airplane"],
    ["cachorros", "es", "dog"],
  ] as const)("brings %s (%s) to %s", (label, language, key) => {
    expect(findConcept(label, language)?.key).toBe(key);
  });

  it("admits that it does not know a word", () => {
    expect(findConcept("defenestration")).toBeNull();
    expect(findConcept("")).toBeNull();
  });
});
