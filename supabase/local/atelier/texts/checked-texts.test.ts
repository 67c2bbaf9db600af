import { expect, it } from "vitest";
import { checkDeck } from "../../../../lib/language-check/check-deck.ts";
import type { CheckedCard } from "../../../../lib/language-check/finding.ts";
import { allConcepts, LANGUAGES, type Language } from "../art/catalogue.ts";
import { allThemes } from "../words/lexicon.ts";
import moreWords from "../words/more-words.json" with { type: "json" };
import { writeTexts } from "./write-texts.ts";

function cardOf(id: string, names: Record<Language, string>, theme?: string): CheckedCard {
  const texts = LANGUAGES.map((language, seed) => {
    const manner = { tone: "playful", isForSmall: false, seed } as const;
    const { alt_text, fun_fact } = writeTexts({ concept: id, names, theme: theme ?? null, manner }, language);
    return [language, { speak_as: null, alt_text, fun_fact, needs_review: false }];
  });
  return { id, names, texts: Object.fromEntries(texts) };
}

const known = new Map(allConcepts().map(({ key, names, themes }) => [key, cardOf(key, names, themes[0])]));
const words = moreWords.map(([id, fr, en, es, it_, de]) =>
  cardOf(`${id}`, { fr: `${fr}`, en: `${en}`, es: `${es}`, it: `${it_}`, de: `${de}` }),
);

it("finds nothing in the names and texts of all that the Atelier knows, but words with two meanings", () => {
  const cards = [...known.values(), ...words];
  expect(cards.length).toBeGreaterThan(880);
  const found = checkDeck(cards, LANGUAGES);
  expect(found.filter(({ rule }) => rule !== "duplicate_name")).toEqual([]);
  expect(found.filter(({ severity }) => severity !== "hint")).toEqual([]);
});

it("finds nothing in the deck of any theme, but an orange that is orange", () => {
  const found = allThemes().flatMap(({ key, concepts }) => {
    const cards = concepts.map((concept) => known.get(concept.key) ?? cardOf(concept.key, concept.names));
    return checkDeck(cards, LANGUAGES).map(({ rule, cardId }) => `${key}: ${rule} ${cardId}`);
  });
  expect([...new Set(found)]).toEqual([
    "orange-things: duplicate_name orange",
    "orange-things: duplicate_name orange-colour",
  ]);
});
