import { describe, expect, it } from "vitest";
import fc from "../../../../tests/setup/properties.ts";
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
        expect(choice.theme).toMatchObject({ key: theme.key, names: theme.names });
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

  it("keeps what was typed as the title of what is no theme, for review in other languages", () => {
    const choice = chooseConcepts({ theme: "les croque-monsieur de tata", count: 4, language: "fr" });
    expect(choice.theme.names).toMatchObject({
      fr: "les croque-monsieur de tata",
      de: "les croque-monsieur de tata",
    });
    expect(choice.theme.review).toEqual({ fr: false, en: true, es: true, it: true, de: true });
    expect(chooseConcepts({ theme: "jungle", count: 4 }).theme.review).toMatchObject({
      fr: false,
      de: false,
    });
  });

  it("keeps of a theme what belongs to what narrows it", () => {
    const kinds = (key: string) => getTheme(key)?.concepts.map((concept) => concept.key) ?? [];
    const inForest = keysOf(chooseConcepts({ theme: "les animaux de la forêt", count: 10 }));
    expect(inForest.filter((key) => !kinds("animals").includes(key))).toEqual([]);
    expect(inForest.filter((key) => !kinds("forest").includes(key))).toEqual([]);
    const flying = keysOf(chooseConcepts({ theme: "Tiere, die fliegen", count: 10 }));
    expect(flying.filter((key) => !kinds("flying").includes(key) || !kinds("animals").includes(key))).toEqual(
      [],
    );
  });

  it("counts in order, whatever the seed", () => {
    for (const seed of [1, 2, 3])
      expect(keysOf(chooseConcepts({ theme: "i numeri", count: 5, seed }))).toEqual([
        "one",
        "two",
        "three",
        "four",
        "five",
      ]);
  });

  it.each([
    ["les mots qui commencent par B", "fr", "b"],
    ["words beginning with the letter S", "en", "s"],
    ["palabras con la letra M", "es", "m"],
    ["parole che iniziano con la P", "it", "p"],
    ["Wörter mit T", "de", "t"],
  ] as const)("finds by their first letter %s", (theme, language, letter) => {
    const { concepts, mixed } = chooseConcepts({ theme, count: 10 });
    expect(concepts.filter(({ names }) => !foldWord(names[language]).startsWith(letter))).toEqual([]);
    expect(mixed).toBe(false);
  });

  it("says whose and where only when that is the theme", () => {
    expect(chooseConcepts({ theme: "Werkzeug von Papa", count: 3 }).theme.key).toBe("tools");
    expect(chooseConcepts({ theme: "la famille et la maison", count: 3 }).theme.key).toBe("family-house");
  });

  it("gives the article with each name", () => {
    const { concepts } = chooseConcepts({ theme: "les outils", count: 5 });
    for (const { names, articles } of concepts) {
      expect(["le", "la", "l’", "les"]).toContain(articles.fr);
      expect(["der", "die", "das"]).toContain(articles.de);
      expect(names.de).toMatch(/^[A-ZÄÖÜ]/);
    }
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
