import { describe, expect, it } from "vitest";
import { cardOf, deckOf, foundIn, foundInText } from "./testing/cards.ts";

describe("characters of a name", () => {
  it.each([
    ["li\u00adon", "li\u00adon: invisible → lion"],
    ["lion\u200b", "lion\u200b: invisible → lion"],
    ["li\u043en", "li\u043en: mixed_script → lion"],
    ["l\u03b9on", "l\u03b9on: mixed_script → lion"],
    ["лев", "лев: mixed_script"],
    ["sea  lion", "sea  lion: spaces → sea lion"],
    ["sea\tlion", "sea\tlion: spaces → sea lion"],
    ["lion 🦁", "lion 🦁: emoji → lion"],
    ["🏳️‍🌈 flag 👨‍👩‍👧", "🏳️‍🌈 flag 👨‍👩‍👧: emoji → flag"],
    ["🦁", "🦁: emoji"],
    ["lion.", "lion.: trailing_punctuation → lion"],
    ["“lion”", "“lion”: quotes → lion"],
    ["3. lion", "3. lion: list_mark → lion"],
    ["- lion", "- lion: list_mark → lion"],
    ["jack-o`-lantern o`clock", "jack-o`-lantern o`clock: apostrophe → jack-o`-lantern o’clock"],
  ])("%j", (name, finding) => {
    expect(foundIn(deckOf("en", name), "en").filter((line) => !line.includes("digits"))).toEqual([finding]);
  });

  it.each(["T-shirt", "jack-o’-lantern", "T.G.V.", "Who?", "Hello!", "4x4 ©", "piñata", "cœur"])(
    "let %s be",
    (name) => {
      expect(foundIn(deckOf("en", name), "en").filter((line) => !line.includes("digits"))).toEqual([]);
    },
  );

  it("are round apostrophes in French and Italian", () => {
    expect(foundIn(deckOf("fr", "feuille d'automne"), "fr")).toEqual([
      "feuille d'automne: apostrophe → feuille d’automne",
    ]);
    expect(foundIn(deckOf("it", "foglia d`acero"), "it")).toEqual([
      "foglia d`acero: apostrophe → foglia d’acero",
    ]);
    expect(foundIn(deckOf("en", "it's"), "en")).toEqual([]);
  });

  it("are no digits, unless every language has them or the deck counts", () => {
    expect(foundIn(deckOf("en", "lion 2", "tiger", "bear"), "en")).toEqual(["lion 2: digits"]);
    expect(foundIn(deckOf("en", "1", "2", "three"), "en")).toEqual([]);
    expect(foundIn([cardOf("a", { en: "4x4", fr: "4x4" }), cardOf("b", { en: "car" })], "en")).toEqual([]);
  });
});

describe("characters of a text", () => {
  it("keep the narrow spaces of French", () => {
    expect(foundInText("fr", "fun_fact", "Il rugit très fort\u202f! «\u00a0Grr\u00a0», dit-il.")).toEqual([]);
  });

  it("lose spaces before a comma and a full stop", () => {
    expect(foundInText("en", "fun_fact", "It roars , and sleeps .")).toEqual([
      "spaces → It roars, and sleeps.",
    ]);
  });
});
