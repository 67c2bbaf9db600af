import { describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import { type Language, languages } from "../contract/languages.ts";
import type { Card } from "../universes/schema.ts";
import { cardsApart, cardsHeard } from "./cards-apart.ts";
import { chanceOf, shuffled } from "./chance.ts";
import { leastCards, levels } from "./level.ts";
import { gamesOf, partnersOf } from "./offer.ts";
import { listenRounds, matchRounds, oddRounds, type Round } from "./rounds.ts";

const nothing = { fr: null, en: null, es: null, it: null, de: null };
const noTexts = { ...nothing };

/** Names and pictures that are often missing and often the same: what a deck may be like at its worst. */
const namesArbitrary = fc.record(
  Object.fromEntries(
    languages.map((code) => [
      code,
      fc.option(fc.constantFrom("fox", "Fox ", "owl", "bee", "Wal", "gift", "é")),
    ]),
  ) as Record<Language, fc.Arbitrary<string | null>>,
);
const cardArbitrary: fc.Arbitrary<Card> = fc.record({
  id: fc.uuid(),
  sort_order: fc.nat(30),
  names: fc.oneof(
    namesArbitrary,
    // Names of its own in each language, as most decks have.
    fc
      .uuid()
      .map((word) => ({ fr: `f${word}`, en: `e${word}`, es: `s${word}`, it: `i${word}`, de: `d${word}` })),
  ),
  texts: fc.constant(noTexts),
  placeholder_color: fc.constant(null),
  image_url: fc.option(fc.oneof(fc.constantFrom("/media/a.webp", "/media/b.webp"), fc.uuid())),
  video_url: fc.constant(null),
  model3d_url: fc.constant(null),
  speech: fc.constant(nothing),
});
const deckArbitrary = fc.uniqueArray(cardArbitrary, { maxLength: 30, selector: ({ id }) => id });
const levelArbitrary = fc.constantFrom(...levels);
const languageArbitrary = fc.constantFrom(...languages);

/** A deck in which every card can play. */
const wholeDeck = (count: number): Card[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `card ${at}`,
    sort_order: at,
    names: { fr: `f${at}`, en: `e${at}`, es: `s${at}`, it: `i${at}`, de: null },
    texts: noTexts,
    placeholder_color: null,
    image_url: `/media/${at}.webp`,
    video_url: null,
    model3d_url: null,
    speech: nothing,
  }));

const wanted = ({ choices, answer }: Round) => choices[answer];
const fold = (name: string | null | undefined) => name?.normalize("NFKC").trim().toLowerCase();

function expectNoneTwice(values: readonly unknown[]) {
  expect(new Set(values).size).toBe(values.length);
}

/** Rounds that can be won: each asks for another card, and none of its choices can be taken for another. */
function expectFair(rounds: readonly Round[], names: readonly Language[]) {
  expect(rounds.length).toBeGreaterThanOrEqual(leastCards);
  expectNoneTwice(rounds.map((round) => wanted(round)?.id));
  for (const { choices, answer } of rounds) {
    expect(choices.length).toBeGreaterThan(1);
    expect(answer).toBeGreaterThanOrEqual(0);
    expectNoneTwice(choices.map(({ id }) => id));
    expectNoneTwice(choices.map(({ image_url }) => image_url));
    for (const one of names)
      for (const other of names)
        for (const [at, card] of choices.entries())
          for (const [place, another] of choices.entries())
            if (at !== place) expect(fold(card.names[one])).not.toBe(fold(another.names[other]));
    for (const card of choices) {
      expect(card.image_url).not.toBeNull();
      for (const code of names) expect(card.names[code]?.trim()).toBeTruthy();
    }
  }
}

describe("whatever the deck is like", () => {
  it("each game that is offered has rounds with exactly one right answer, on every level", () => {
    fc.assert(
      fc.property(
        deckArbitrary,
        languageArbitrary,
        levelArbitrary,
        fc.nat(),
        (deck, language, level, seed) => {
          const games = gamesOf(deck, language, languages);
          if (games.includes("listen")) expectFair(listenRounds(deck, language, level, seed), [language]);
          if (games.includes("match"))
            for (const other of partnersOf(deck, language, languages))
              expectFair(matchRounds(deck, language, other, level, seed), [language, other]);
        },
      ),
    );
  });

  it("exactly one card of a round is alone, each other has a twin, and none is alone twice", () => {
    fc.assert(
      fc.property(deckArbitrary, levelArbitrary, fc.nat(), (deck, level, seed) => {
        if (!gamesOf(deck, "en", languages).includes("odd")) return;
        const rounds = oddRounds(deck, level, seed);
        expectNoneTwice(rounds.map((round) => wanted(round)?.id));
        for (const round of rounds) {
          const pictures = round.choices.map(({ image_url }) => image_url);
          const alone = pictures.filter((one) => pictures.filter((other) => one === other).length === 1);
          expect(alone).toEqual([wanted(round)?.image_url]);
        }
      }),
    );
  });

  it("the same seed is the same game", () => {
    fc.assert(
      fc.property(
        deckArbitrary,
        languageArbitrary,
        levelArbitrary,
        fc.nat(),
        (deck, language, level, seed) => {
          expect(listenRounds(deck, language, level, seed)).toEqual(
            listenRounds(deck, language, level, seed),
          );
          expect(oddRounds(deck, level, seed)).toEqual(oddRounds(deck, level, seed));
        },
      ),
    );
  });

  it("a game is offered in a language exactly where four cards can play it", () => {
    fc.assert(
      fc.property(deckArbitrary, languageArbitrary, (deck, language) => {
        const games = gamesOf(deck, language, languages);
        expect(games.includes("pairs")).toBe(cardsApart(deck, []).length >= 4);
        expect(games.includes("listen")).toBe(cardsApart(deck, [language]).length >= 4);
        expect(partnersOf(deck, language, languages)).not.toContain(language);
      }),
    );
  });
});

describe("a level", () => {
  const sizes = (make: (level: 1 | 2 | 3) => Round[]) =>
    levels.map((level) => make(level)[0]?.choices.length);

  it("has more to choose from than the one before it, even with four cards", () => {
    expect(sizes((level) => listenRounds(wholeDeck(10), "en", level, 7))).toEqual([2, 4, 6]);
    expect(sizes((level) => listenRounds(wholeDeck(4), "en", level, 7))).toEqual([2, 3, 4]);
    expect(sizes((level) => matchRounds(wholeDeck(10), "en", "fr", level, 7))).toEqual([2, 3, 4]);
    expect(sizes((level) => oddRounds(wholeDeck(10), level, 7))).toEqual([4, 5, 9]);
    expect(sizes((level) => oddRounds(wholeDeck(4), level, 7))).toEqual([4, 5, 7]);
  });
});

describe("a deck of which only some cards can be said", () => {
  const deck = wholeDeck(8);
  it("plays with those, and with all where they are too few", () => {
    const canSay = (most: number) => (card: Card) => card.sort_order < most;
    expect(cardsHeard(deck, ["en"], canSay(5))).toEqual(deck.slice(0, 5));
    expect(cardsHeard(deck, ["en"], canSay(3))).toEqual(deck);
  });
});

describe("chance", () => {
  it("puts each item in each place about as often", () => {
    const chance = chanceOf(11);
    const counts = new Map<string, number>();
    for (let at = 0; at < 6000; at += 1) {
      const order = shuffled(["a", "b", "c"], chance).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
