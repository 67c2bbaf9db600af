import { describe, expect, it } from "vitest";
import { checkDeck } from "./check-deck.ts";
import { cardOf, deckOf, foundIn } from "./testing/cards.ts";

describe("names of a deck", () => {
  it("are missed where a language has none", () => {
    const cards = [cardOf("a", { fr: "lion", de: " " })];
    const missing = checkDeck(cards, ["fr", "de", "it"]).filter(({ rule }) => rule === "missing_name");
    expect(missing.map(({ language, severity }) => [language, severity])).toEqual([
      ["de", "error"],
      ["it", "error"],
    ]);
  });

  it("are only read in the languages of the deck", () => {
    expect(
      checkDeck([cardOf("a", { fr: "lion", de: "löwe" }, { fr: { alt_text: "Un lion." } })], ["fr"]),
    ).toEqual([]);
  });

  it("stand out when two cards share one, whatever its capitals and its article", () => {
    expect(foundIn(deckOf("fr", "lion", "zèbre", "le lion", "tigre"), "fr")).toEqual([
      "lion: duplicate_name",
      "le lion: duplicate_name",
      "le lion: article → lion",
    ]);
  });

  it("may be shared by words with two meanings, which is only hinted at", () => {
    const severities = (cards: ReturnType<typeof cardOf>[]) =>
      checkDeck(cards, ["fr", "en"])
        .filter(({ rule }) => rule === "duplicate_name")
        .map(({ severity }) => severity);
    expect(
      severities([cardOf("a", { fr: "rose", en: "rose" }), cardOf("b", { fr: "rose", en: "pink" })]),
    ).toEqual(["hint", "hint"]);
    expect(severities([cardOf("a", { fr: "lion" }), cardOf("b", { fr: "lion", en: "lion" })])).toEqual([
      "warning",
      "warning",
    ]);
  });

  it("differ by an accent in Spanish, where a father is no potato", () => {
    const found = checkDeck(deckOf("es", "papá", "papa"), ["es"]).filter(
      ({ rule }) => rule === "duplicate_name",
    );
    expect(found.map(({ severity }) => severity)).toEqual(["hint", "hint"]);
  });

  it("are long from 25 characters on, and too long beyond 40", () => {
    const lengths = ["a".repeat(24), "b".repeat(25), "c".repeat(41)];
    const found = checkDeck(deckOf("en", ...lengths), ["en"]).filter(({ rule }) => rule === "long_name");
    expect(found.map(({ cardId, severity }) => [cardId, severity])).toEqual([
      ["1", "hint"],
      ["2", "warning"],
    ]);
  });

  it("are to be looked at when the model was not sure", () => {
    const card = cardOf("a", { fr: "zorp" }, { fr: { needs_review: true, alt_text: "Un zorp." } });
    expect(checkDeck([card], ["fr"]).map(({ rule, field }) => [rule, field])).toEqual([
      ["needs_review", "name"],
    ]);
  });
});

describe("articles", () => {
  it("go where the other cards have none", () => {
    expect(foundIn(deckOf("fr", "lion", "l’éléphant", "tigre", "Un singe"), "fr")).toEqual([
      "l’éléphant: article → éléphant",
      "Un singe: article → singe",
    ]);
    expect(foundIn(deckOf("it", "cane", "un’ape", "lo zaino", "gatto"), "it")).toEqual([
      "un’ape: article → ape",
      "lo zaino: article → zaino",
    ]);
    expect(foundIn(deckOf("de", "Hund", "die Katze", "Maus"), "de")).toEqual(["die Katze: article → Katze"]);
  });

  it("are missed where the other cards have one, and nobody guesses which", () => {
    expect(foundIn(deckOf("de", "der Hund", "die Katze", "Maus"), "de")).toEqual(["Maus: article"]);
  });

  it("are numbers when they stand alone", () => {
    expect(foundIn(deckOf("fr", "un", "deux", "trois"), "fr")).toEqual([]);
  });
});

describe("first letters", () => {
  it("are small as on most cards", () => {
    expect(foundIn(deckOf("en", "lion", "Tiger", "zebra", "Hot Dog"), "en")).toEqual([
      "Tiger: first_letter → tiger",
      "Hot Dog: first_letter → hot dog",
    ]);
  });

  it("are capitals where most cards have them", () => {
    expect(foundIn(deckOf("fr", "Lion", "Tigre", "zèbre"), "fr")).toEqual(["zèbre: first_letter → Zèbre"]);
  });

  it("stay as they are in names and short forms", () => {
    expect(foundIn(deckOf("fr", "lion", "TGV", "Saturne", "père Noël", "tigre"), "fr")).toEqual([]);
    expect(foundIn(deckOf("en", "lion", "T-shirt", "American football", "iPad", "tiger"), "en")).toEqual([]);
  });

  it("are only hinted at where every language has a capital, as a name would", () => {
    const others = ["a", "b", "c"].map((id) => cardOf(id, { fr: `mot ${id}`, en: `word ${id}` }));
    const found = checkDeck([...others, cardOf("d", { fr: "Nemo", en: "Nemo" })], ["fr", "en"]);
    const severities = found.filter(({ rule }) => rule === "first_letter").map(({ severity }) => severity);
    expect(severities).toEqual(["hint", "hint"]);
  });

  it("are no matter in a deck of capitals, and shouting is one in any other", () => {
    expect(foundIn(deckOf("fr", "LION", "TIGRE", "GIRAFE", "ours"), "fr")).toEqual([]);
    expect(foundIn(deckOf("fr", "LION", "tigre", "GIRAFE", "ours"), "fr")).toContain(
      "GIRAFE: all_capitals → girafe",
    );
    expect(foundIn(deckOf("de", "Hund", "KATZE", "Maus"), "de")).toEqual(["KATZE: all_capitals → Katze"]);
  });
});

describe("German nouns", () => {
  it("are written large, the last of each part", () => {
    expect(foundIn(deckOf("de", "löwe", "grüner apfel", "hund mit ball", "Fisch", "fisch"), "de")).toEqual([
      "löwe: german_capital → Löwe",
      "grüner apfel: german_capital → grüner Apfel",
      "hund mit ball: german_capital → Hund mit Ball",
      "Fisch: duplicate_name",
      "fisch: duplicate_name",
      "fisch: german_capital → Fisch",
    ]);
  });

  it("keep their article small", () => {
    expect(foundIn(deckOf("de", "der löwe", "die Katze", "das Pferd"), "de")).toEqual([
      "der löwe: german_capital → der Löwe",
    ]);
  });

  it("are not colours, numbers, qualities or what one does", () => {
    expect(foundIn(deckOf("de", "rot", "zwölf", "glücklich", "sehr groß", "stachelig"), "de")).toEqual([]);
    const run = { de: "laufen", fr: "courir", es: "correr", it: "correre" };
    const garden = { de: "garten", fr: "jardin", es: "jardín", it: "giardino" };
    expect(foundIn([cardOf("a", run), cardOf("b", garden)], "de")).toEqual([
      "garten: german_capital → Garten",
    ]);
  });
});

describe("names that are English", () => {
  it("are suspected in a language that spells otherwise, or in several", () => {
    expect(foundIn([cardOf("a", { fr: "monkey", en: "monkey", es: "mono" })], "fr")).toEqual([
      "monkey: untranslated",
    ]);
    const snake = { fr: "snake", en: "snake", es: "snake", it: "snake", de: "Snake" };
    expect(foundIn([cardOf("a", snake)], "es")).toEqual(["snake: untranslated"]);
  });

  it("are not when the word is at home in both", () => {
    const taxi = { fr: "taxi", en: "taxi", es: "taxi", it: "taxi", de: "Taxi" };
    const paris = { fr: "Paris", en: "Paris", de: "Paris" };
    for (const language of ["fr", "de"] as const)
      expect(foundIn([cardOf("a", taxi), cardOf("b", { fr: "table", en: "table" })], language)).not.toContain(
        expect.stringContaining("untranslated"),
      );
    expect(foundIn([cardOf("a", paris)], "de")).toEqual([]);
  });
});
