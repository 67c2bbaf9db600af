import { describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import { type Language, languages } from "../contract/languages.ts";
import { checkDeck } from "./check-deck.ts";
import { type CheckedCard, readWord, type WordField } from "./finding.ts";
import { fixesOf, mendDeck, writeWord } from "./mend-deck.ts";
import { cardOf, deckOf } from "./testing/cards.ts";

const scraps =
  `lion Lion LION löwe Löwe grüner apfel the The le l' l’ l'âne un’ape der die Das A picture of: Photo du Image Bild von
  einem Dessin de la Imagen del , . … ; : ! ? - • 1. 2) ( ) " “ ” « » ' ’ \` 🦁 👨‍👩‍👧 7️⃣ 42 о ο а \u200b \u00ad \u00a0 \u0301 TGV T-shirt
  iPad Hot Dog mit wurst monkey zoo rouge x ß ǅ İ I ı`
    .split(/\s+/)
    .filter(Boolean);
const text = fc
  .array(fc.tuple(fc.constantFrom(...scraps), fc.constantFrom("", " ", "  ", "\t")), { maxLength: 6 })
  .map((pairs) => pairs.flat().join(""));
const words = fc.option(
  fc.oneof({ weight: 4, arbitrary: text }, fc.string({ unit: "grapheme", maxLength: 30 })),
);
const perLanguage = fc.record({ fr: words, en: words, es: words, it: words, de: words });
const cards = fc
  .array(fc.tuple(perLanguage, perLanguage, perLanguage), { minLength: 1, maxLength: 3 })
  .map((deck) =>
    deck.map(([names, alts, facts], at): CheckedCard => {
      const texts = languages.map((language) => [
        language,
        { speak_as: alts[language], alt_text: alts[language], fun_fact: facts[language] },
      ]);
      return cardOf(`${at}`, names as Record<Language, string>, Object.fromEntries(texts));
    }),
  );

const at = (deck: CheckedCard[], place: { cardId: string; language: Language; field: WordField }) =>
  checkDeck(deck, [place.language]).filter(
    ({ cardId, language, field }) =>
      cardId === place.cardId && language === place.language && field === place.field,
  );

describe("a fix", () => {
  it("takes its finding away, leaves something to read, and changes nothing a second time", () => {
    fc.assert(
      fc.property(cards, (deck) => {
        for (const finding of checkDeck(deck, languages)) {
          if (finding.fix === undefined) continue;
          const { cardId, language, field, rule, fix } = finding;
          expect(fix).toMatch(/[\p{L}\p{N}]/u);
          const card = deck.find(({ id }) => id === cardId) as CheckedCard;
          expect(fix).not.toBe(readWord(card, language, field));
          const mended = deck.map((one) => (one === card ? writeWord(one, { ...finding, value: fix }) : one));
          const left = at(mended, finding).filter((other) => other.rule === rule);
          expect(left, `${rule} of ${JSON.stringify(fix)}`).toEqual([]);
        }
      }),
      { numRuns: 120, seed: 7 },
    );
  });
});

describe("mending a whole deck", () => {
  it("leaves nothing that could be mended", () => {
    fc.assert(
      fc.property(cards, (deck) => {
        const edits = mendDeck(deck, languages);
        const mended = edits.reduce(
          (all, edit) => all.map((card) => (card.id === edit.cardId ? writeWord(card, edit) : card)),
          deck,
        );
        expect(fixesOf(checkDeck(mended, languages))).toEqual([]);
        expect(mendDeck(mended, languages)).toEqual([]);
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it("does several things to one name", () => {
    const deck = deckOf("de", "Hund", "Katze", "1. der  löwe. 🦁");
    expect(mendDeck(deck, ["de"])).toEqual([{ cardId: "2", language: "de", field: "name", value: "Löwe" }]);
  });
});
