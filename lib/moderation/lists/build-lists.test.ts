import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../../contract/languages.ts";
import { categories } from "../categories.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { buildLists, written } from "./build-lists.ts";

const kept = (language: string) => readFileSync(join(import.meta.dirname, `${language}.json`), "utf8");

describe("the built lists", () => {
  it.each(languages)("are those of the files beside them in %s", (language) => {
    expect(kept(language)).toBe(written(buildLists(language)));
  });

  it.each(languages)("have every category, and name their source in %s", (language) => {
    const { notice, blocked } = buildLists(language);
    expect(Object.keys(blocked).sort()).toEqual([...categories].sort());
    expect(notice).toContain("CC BY 4.0");
  });

  it("stay small enough for every function that loads them", () => {
    const bytes = languages.reduce((sum, language) => sum + Buffer.byteLength(kept(language)), 0);
    expect(bytes).toBeLessThan(150_000);
  });

  it("can be read to the last entry", () => {
    expect(lexicon().refusals.flat().length).toBeGreaterThan(4_500);
    expect(lexicon().waivers.flat().length).toBeGreaterThan(500);
  });
});
