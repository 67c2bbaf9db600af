import { beforeEach, describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import { bundle, judgeWords } from "./judge-words.ts";

/** What was asked of the judge, one array for each time. */
let asked: string[][];
beforeEach(() => {
  asked = [];
});

/** Refuses every text with one of these words, for what they stand for. */
const judgeBy = (faults: Record<string, string>) => async (texts: readonly string[]) => {
  asked.push([...texts]);
  return texts.map((text) =>
    Object.entries(faults).flatMap(([word, category]) => (text.includes(word) ? [category] : [])),
  );
};

describe("fine words", () => {
  it("are judged all together, each text once, and blank ones not at all", async () => {
    const fields: [string, string][] = [
      ["theme", "jungle "],
      ["name", ""],
      ["names.de", "jungle"],
      ["names.fr", "la jungle"],
      ["prompt", "  "],
    ];
    expect(await judgeWords(fields, judgeBy({}))).toEqual([]);
    expect(asked).toEqual([["jungle\nla jungle"]]);
  });

  it("that are all blank are nobody's business", async () => {
    expect(await judgeWords([["name", " \n"]], judgeBy({}))).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("refused words", () => {
  it("are found in their fields, by asking about each alone", async () => {
    const judge = judgeBy({ bomb: "weapons", beer: "drugs" });
    const fields: [string, string][] = [
      ["theme", "pirates"],
      ["name", "a bomb and a beer"],
      ["prompt", "beer"],
    ];
    expect(await judgeWords(fields, judge)).toEqual([
      { path: "name", message: "weapons" },
      { path: "name", message: "drugs" },
      { path: "prompt", message: "drugs" },
    ]);
    expect(asked).toHaveLength(2);
  });

  it("in a single field are asked about once", async () => {
    expect(await judgeWords([["prompt", "a bomb"]], judgeBy({ bomb: "weapons" }))).toEqual([
      { path: "prompt", message: "weapons" },
    ]);
    expect(asked).toHaveLength(1);
  });

  it("are refused in all fields when only all of them together are wrong", async () => {
    const judge = judgeBy({ "how to\nburn": "violence" });
    expect(
      await judgeWords(
        [
          ["name", "how to"],
          ["theme", "burn"],
        ],
        judge,
      ),
    ).toEqual([
      { path: "name", message: "violence" },
      { path: "theme", message: "violence" },
    ]);
  });

  it("leave the other bundles in peace", async () => {
    const story = "once upon a time ".repeat(200);
    const fields: [string, string][] = [
      ["a", story],
      ["b", `${story}!`],
      ["c", "bomb"],
    ];
    expect(await judgeWords(fields, judgeBy({ bomb: "weapons" }))).toEqual([
      { path: "c", message: "weapons" },
    ]);
    expect(asked.map((texts) => texts.length)).toEqual([2, 2]);
  });
});

describe("a column of names that was pasted", () => {
  const names = (bad: Record<number, string>) =>
    Array.from({ length: 150 }, (_, at): [string, string] => [
      `items.${at}.names.de`,
      bad[at] ?? `name ${at}`,
    ]);
  const counts = () => asked.map((texts) => texts.length);

  it("is four questions while all of it is fine", async () => {
    expect(await judgeWords(names({}), judgeBy({ bomb: "weapons" }))).toEqual([]);
    expect(counts()).toEqual([4]);
  });

  it("with one word that is not fine is asked about in groups, and in that one group word by word", async () => {
    expect(await judgeWords(names({ 70: "bomb" }), judgeBy({ bomb: "weapons" }))).toEqual([
      { path: "items.70.names.de", message: "weapons" },
    ]);
    // Forty names in groups of seven.
    expect(counts()).toEqual([4, 6, 7]);
  });

  it("with bad words everywhere names them all, and their neighbours, rather than ask about each alone", async () => {
    const bad = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [n * 5, "bomb"]));
    const found = await judgeWords(names(bad), judgeBy({ bomb: "weapons" }));
    const paths = new Set(found.map(({ path }) => path));
    for (const at of Object.keys(bad)) expect(paths).toContain(`items.${at}.names.de`);
    expect(counts().reduce((sum, count) => sum + count, 0)).toBeLessThan(30);
    expect(found.map(({ path }) => path)).toEqual(
      names({})
        .map(([path]) => path)
        .filter((path) => paths.has(path)),
    );
  });
});

describe("a bundle", () => {
  it("holds every field once, in order, not too many and not too long unless it is one", () => {
    const fields = fc.array(fc.tuple(fc.string(), fc.string({ maxLength: 1500 })), { maxLength: 150 });
    fc.assert(
      fc.property(fields, (some) => {
        const bundles = bundle(some);
        expect(bundles.flat()).toEqual(some);
        for (const one of bundles) {
          expect(one.length).toBeLessThanOrEqual(40);
          expect(one.length === 1 || one.map(([, text]) => text).join("\n").length <= 4000).toBe(true);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
