import { describe, expect, it } from "vitest";
import { parseEntry } from "./parse-entry.ts";

const words = (written: string, groups = {}) =>
  parseEntry(written, groups).units.map((unit) => unit.patterns.map((pattern) => pattern.plain));

describe("an entry", () => {
  it("is a phrase, an order or a neighbourhood", () => {
    expect(parseEntry("a b", {}).order).toBe("adjacent");
    expect(parseEntry("a > b", {}).order).toBe("ordered");
    expect(parseEntry("a + b", {}).order).toBe("near");
    expect(words("a|b c")).toEqual([["a", "b"], ["c"]]);
  });

  it("marks stems by stars", () => {
    const places = parseEntry("a* *b *c* d", {}).units.map((unit) => unit.patterns[0]?.place);
    expect(places).toEqual(["start", "end", "inside", "whole"]);
  });

  it("may ask for its accents", () => {
    expect(parseEntry("=año", {}).units[0]?.patterns).toEqual([
      { plain: "ano", accented: "año", place: "whole" },
    ]);
    expect(parseEntry("año", {}).units[0]?.patterns[0]?.accented).toBeNull();
  });

  it("finds umlauts as they are typed without them", () =>
    expect(words("möwe")).toEqual([["mowe", "moewe"]]));

  it("parts words at apostrophes and hyphens, as prompts are parted", () => {
    expect(words("l'eau rouge-gorge")).toEqual([["l"], ["eau"], ["rouge"], ["gorge"]]);
  });

  it("stands for the words of a group, and fails for a group that is not there", () => {
    expect(words("@pet", { pet: "cat|dogs" })).toEqual([["cat", "dogs"]]);
    expect(() => parseEntry("@pet", {})).toThrow("@pet");
  });
});
