import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allConcepts, foldWord, LANGUAGES } from "../art/catalogue.ts";
import { chooseConcepts } from "./choose-concepts.ts";
import { allThemes, getTheme } from "./lexicon.ts";

const keysOf = (choice: ReturnType<typeof chooseConcepts>) => choice.concepts.map(({ key }) => key);

describe("choosing concepts", () => {
  it("answers the same question the same way, and another seed otherwise", () => {
    const order = { theme: "la jungle", count: 10 };
    expect(chooseConcepts(order)).toEqual(chooseConcepts(order));
    expect(chooseConcepts({ ...order, seed: 5 })).toEqual(chooseConcepts({ ...order, seed: 5 }));
    const choices = [1, 2, 3, 4].map((seed) => keysOf(chooseConcepts({ ...order, seed })).join());
    expect(new Set(choices).size).toBe(4);
  });

  it("takes all ten from the theme when the theme has them, for every such theme and seed", () => {
    for (const theme of allThemes().filter(({ concepts }) => concepts.length >= 12))
      for (const seed of [0, 1, 2]) {
        const choice = chooseConcepts({ theme: theme.names.fr, count: 10, seed });
        const own = theme.concepts.map(({ key }) => key);
        expect(choice.theme).toEqual({ key: theme.key, names: theme.names });
        expect(
          keysOf(choice).filter((key) => !own.includes(key)),
          theme.key,
        ).toEqual([]);
        expect(choice.mixed).toBe(false);
        expect(choice).not.toHaveProperty("note");
      }
  });

  it("keeps what is most typical of a theme in nearly every choice", () => {
    const choices = Array.from({ length: 40 }, (_, seed) =>
      keysOf(chooseConcepts({ theme: "farm", count: 10, seed })),
    );
    const withCow = choices.filter((keys) => keys.includes("cow")).length;
    expect(withCow).toBeGreaterThanOrEqual(34);
  });

  it("says so when it has to look beyond the theme", () => {
    const choice = chooseConcepts({ theme: "les ours", count: 10 });
    expect(choice.mixed).toBe(true);
    expect(choice.note).toContain("5 of 10");
    expect(keysOf(choice).slice(0, 5).toSorted()).toEqual([
      "bear",
      "koala",
      "panda",
      "polar-bear",
      "teddy-bear",
    ]);
  });

  it("takes from both themes when two are asked for", () => {
    const choice = chooseConcepts({ theme: "dinosaures et pirates", count: 10, seed: 3 });
    const of = (key: string) => getTheme(key)?.concepts.map((concept) => concept.key) ?? [];
    expect(keysOf(choice).filter((key) => of("dinosaurs").includes(key)).length).toBeGreaterThanOrEqual(3);
    expect(keysOf(choice).filter((key) => of("pirates").includes(key)).length).toBeGreaterThanOrEqual(3);
    expect(choice.theme.names).toMatchObject({ fr: "Dinosaures et Pirates", de: "Dinosaurier und Piraten" });
    expect(chooseConcepts({ theme: "playa e insectos", count: 3 }).theme.names.es).toBe("Playa e Insectos");
  });

  it("starts with the thing itself when one thing is named", () => {
    const choice = chooseConcepts({ theme: "le hérisson", count: 6 });
    expect(choice.theme.names).toMatchObject({ en: "Hedgehog", de: "Igel" });
    expect(keysOf(choice)).toContain("hedgehog");
    expect(choice.mixed).toBe(true);
  });

  it("finds by tags what is no theme", () => {
    const choice = chooseConcepts({ theme: "brillant", count: 4 });
    expect(choice.theme.names).toMatchObject({ fr: "brillant", de: "brillant" });
    const shining = ["light-bulb", "sun", "ring", "diamond", "star", "water-drop"];
    expect(keysOf(choice).filter((key) => shining.includes(key)).length).toBeGreaterThanOrEqual(3);
  });

  it("finds the thing in a longer text, and keeps the text as title", () => {
    const choice = chooseConcepts({ theme: "ma petite souris", count: 5 });
    expect(keysOf(choice)).toContain("mouse");
    expect(choice.theme.names).toMatchObject({ fr: "ma petite souris", en: "ma petite souris" });
  });

  it("leaves out what the deck has already, in whatever language and number", () => {
    const exclude = ["le lion", "Tiger", "elefanti", "scimmia", "giraffes", "parrot"];
    for (const seed of [1, 2, 3]) {
      const keys = keysOf(chooseConcepts({ theme: "jungle", count: 20, exclude, seed }));
      for (const key of ["lion", "tiger", "elephant", "monkey", "giraffe", "parrot"])
        expect(keys).not.toContain(key);
      expect(keys).toHaveLength(20);
    }
  });

  it("keeps to the most typical for the youngest", () => {
    const choose = (age: number) =>
      [1, 2, 3, 4, 5, 6].flatMap((seed) => keysOf(chooseConcepts({ theme: "ocean", count: 10, age, seed })));
    expect(new Set(choose(3)).size).toBeLessThan(new Set(choose(10)).size);
  });

  it("gives as many as asked, all different in every language, whatever is typed", () => {
    const keys = allConcepts().map(({ key }) => key);
    const anyTheme = fc.oneof(fc.string(), fc.constantFrom(...allThemes().flatMap(({ words }) => words)));
    const order = fc.record({
      theme: anyTheme,
      count: fc.integer({ min: 1, max: 30 }),
      seed: fc.nat(),
      exclude: fc.subarray(keys, { maxLength: 60 }),
    });
    fc.assert(
      fc.property(order, (asked) => {
        const { concepts } = chooseConcepts(asked);
        expect(concepts).toHaveLength(asked.count);
        expect(concepts.some(({ key }) => asked.exclude.includes(key))).toBe(false);
        for (const language of LANGUAGES)
          expect(new Set(concepts.map(({ names }) => foldWord(names[language]))).size).toBe(asked.count);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("gives all that are left when the catalogue runs out", () => {
    const exclude = allConcepts()
      .slice(3)
      .map(({ key }) => key);
    const choice = chooseConcepts({ theme: "jungle", count: 10, exclude });
    expect(choice.concepts.length).toBeLessThanOrEqual(3);
  });
});
