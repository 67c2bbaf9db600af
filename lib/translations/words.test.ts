import { describe, expect, it } from "vitest";
import { blockBetween, isInside, moveBy, stepFrom } from "./grid-moves.ts";
import { groupFindings } from "./group-findings.ts";
import { readLanguage } from "./headings.ts";
import { placeAt, tidyWord, toItems } from "./words.ts";

describe("changes of words", () => {
  const edits = [
    { cardId: "a", language: "de", field: "name", value: "Löwe", seen: "löwe" },
    { cardId: "a", language: "fr", field: "name", value: null, seen: "lion" },
    { cardId: "b", language: "fr", field: "alt_text", value: "Un ours.", seen: null },
    { cardId: "b", language: "fr", field: "fun_fact", value: "Il dort.", seen: "Il mange." },
    { cardId: "b", language: "de", field: "story", value: "Der Bär gähnt.", seen: null },
  ] as const;

  it("go to the API card by card, with what was seen", () => {
    expect(toItems(edits)).toEqual([
      { id: "a", names: { de: "Löwe", fr: null }, expected: { names: { de: "löwe", fr: "lion" } } },
      {
        id: "b",
        texts: { fr: { alt_text: "Un ours.", fun_fact: "Il dort." }, de: { story: "Der Bär gähnt." } },
        expected: { texts: { fr: { alt_text: null, fun_fact: "Il mange." }, de: { story: null } } },
      },
    ]);
  });

  it("are found again by the paths of the answer", () => {
    const items = toItems(edits);
    expect(placeAt("items.0.names.fr", items)).toEqual({ cardId: "a", language: "fr", field: "name" });
    expect(placeAt("items.1.texts.fr.fun_fact", items)).toEqual({
      cardId: "b",
      language: "fr",
      field: "fun_fact",
    });
    for (const path of ["items.2.names.fr", "items.0.concept", "names.fr", "items.0.names.xx"])
      expect(placeAt(path, items)).toBeNull();
  });

  it("are tidied as the API does", () => {
    expect(tidyWord("  lion\n", "name")).toBe("lion");
    expect(tidyWord("   ", "name")).toBeNull();
    expect(tidyWord("a".repeat(101), "name")).toBeUndefined();
    expect(tidyWord("a".repeat(101), "alt_text")).toHaveLength(101);
    expect(tidyWord("a".repeat(1000), "story")).toHaveLength(1000);
    expect(tidyWord("a".repeat(1001), "story")).toBeUndefined();
  });
});

describe("headings", () => {
  it("name a language in any of the five, or by its code", () => {
    const said = ["Deutsch", "allemand", "tedesco", "DE", "de-AT", "German", "alemán"];
    expect(said.map(readLanguage)).toEqual(said.map(() => "de"));
    expect(["lion", "", "Karte", "xx"].map(readLanguage)).toEqual([null, null, null, null]);
  });
});

describe("keys in the table", () => {
  const size = { rows: 3, columns: 5 };

  it("lead as in a spreadsheet, and not over the edge", () => {
    expect(moveBy("ArrowDown", { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
    expect(moveBy("ArrowUp", { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
    expect(moveBy("ArrowRight", { row: 0, column: 1 }, size, true)).toEqual({ row: 0, column: 4 });
    expect(moveBy("End", { row: 0, column: 1 }, size, true)).toEqual({ row: 2, column: 4 });
    expect(moveBy("PageDown", { row: 0, column: 1 }, size)).toEqual({ row: 2, column: 1 });
    expect(moveBy("a", { row: 0, column: 1 }, size)).toBeNull();
  });

  it("step from row to row and leave at the ends", () => {
    expect(stepFrom({ row: 0, column: 4 }, size, 1)).toEqual({ row: 1, column: 0 });
    expect(stepFrom({ row: 1, column: 0 }, size, -1)).toEqual({ row: 0, column: 4 });
    expect(stepFrom({ row: 2, column: 4 }, size, 1)).toBeNull();
    expect(stepFrom({ row: 0, column: 0 }, size, -1)).toBeNull();
  });

  it("mark the block between two corners, whichever came first", () => {
    const block = blockBetween({ row: 2, column: 1 }, { row: 0, column: 3 });
    expect(isInside(block, { row: 1, column: 2 })).toBe(true);
    expect(isInside(block, { row: 1, column: 4 })).toBe(false);
  });
});

describe("findings by place", () => {
  const finding = { cardId: "a", language: "fr", field: "name", rule: "spaces", severity: "hint" } as const;

  it("keep the lists that say the same", () => {
    const before = groupFindings([finding, { ...finding, cardId: "b" }]);
    const after = groupFindings([{ ...finding }, { ...finding, cardId: "b", fix: "x" }], before);
    expect(after.get("a fr name")).toBe(before.get("a fr name"));
    expect(after.get("b fr name")).not.toBe(before.get("b fr name"));
  });
});
