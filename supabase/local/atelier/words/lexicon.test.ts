import { describe, expect, it } from "vitest";
import { LANGUAGES, allThemes as themesOfCatalogue } from "../art/catalogue.ts";
import { allThemes, findThemes, getTheme, splitCompound, themeRows } from "./lexicon.ts";
import { missingConcepts } from "./theme.ts";
import { themeQuestions } from "./theme-questions.ts";

const keysOf = (text: string) => findThemes(text).map((theme) => theme.key);

describe("the theme lexicon", () => {
  it.each(themeQuestions)("understands %s as %s", (asked, ...themes) => {
    expect(keysOf(asked)).toEqual(themes);
  });

  it("finds each theme by its title in each language", () => {
    const missed = allThemes().flatMap((theme) =>
      LANGUAGES.filter((language) => keysOf(theme.names[language])[0] !== theme.key).map(
        (language) => `${theme.names[language]} (${language}) leads to ${keysOf(theme.names[language])}`,
      ),
    );
    expect(missed).toEqual([]);
  });

  it("finds each theme by each of its words", () => {
    const missed = allThemes().flatMap((theme) =>
      theme.words.filter((word) => keysOf(word)[0] !== theme.key),
    );
    expect(missed).toEqual([]);
  });

  it("holds the built-in six first, and every theme that the catalogue knows", () => {
    const keys = allThemes().map((theme) => theme.key);
    expect(keys.slice(0, 6)).toEqual(["jungle", "ocean", "space", "farm", "vehicles", "construction"]);
    expect(keys).toEqual([...new Set(keys)]);
    expect(themesOfCatalogue().filter((key) => !keys.includes(key))).toEqual([]);
    expect(keys.length).toBeGreaterThanOrEqual(120);
  });

  it("names only concepts that the catalogue has", () => {
    expect(themeRows.flatMap((row) => missingConcepts(row).map((key) => `${row.key}: ${key}`))).toEqual([]);
  });

  it("gives every theme concepts, and neighbours that exist", () => {
    for (const theme of allThemes()) {
      expect(theme.concepts.length, theme.key).toBeGreaterThanOrEqual(4);
      for (const near of theme.near) expect(getTheme(near), `${theme.key} near ${near}`).not.toBeNull();
    }
  });

  it("gives the six built-in themes at least twenty concepts each", () => {
    for (const theme of allThemes().slice(0, 6))
      expect(theme.concepts.length, theme.key).toBeGreaterThanOrEqual(20);
  });

  it("knows nothing of words that mean no theme", () => {
    for (const text of ["xyzzy", "", "   ", "🙂", "le la les", "42"]) expect(keysOf(text)).toEqual([]);
  });

  it("splits German compounds of two words that it knows, and leaves others whole", () => {
    expect(splitCompound("waldspielplatz")).toEqual(["wald", "spielplatz"]);
    expect(splitCompound("schmetterling")).toEqual(["schmetterling"]);
  });
});
