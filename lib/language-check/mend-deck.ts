import type { Language } from "../contract/languages.ts";
import { checkDeck } from "./check-deck.ts";
import { type CheckedCard, type Finding, readWord, type WordField } from "./finding.ts";

/** A new text in one place of a card; null empties it. */
export interface WordEdit {
  cardId: string;
  language: Language;
  field: WordField;
  value: string | null;
}

const emptyTexts = { speak_as: null, alt_text: null, fun_fact: null, story: null, needs_review: false };

/** The card with another text in one place. */
export function writeWord<Card extends CheckedCard>(card: Card, edit: Omit<WordEdit, "cardId">): Card {
  const { language, field, value } = edit;
  if (field === "name") return { ...card, names: { ...card.names, [language]: value } };
  const texts = { ...(card.texts[language] ?? emptyTexts), [field]: value };
  return { ...card, texts: { ...card.texts, [language]: texts } };
}

const placeOf = ({ cardId, language, field }: Omit<WordEdit, "value">) => `${cardId} ${language} ${field}`;

/** The fixes of these findings, one for each place: the first that is offered. */
export function fixesOf(findings: readonly Finding[]): WordEdit[] {
  const edits = new Map<string, WordEdit>();
  for (const { cardId, language, field, fix } of findings) {
    const place = placeOf({ cardId, language, field });
    if (fix !== undefined && !edits.has(place)) edits.set(place, { cardId, language, field, value: fix });
  }
  return [...edits.values()];
}

/** More rounds than a text has things wrong with it. */
const mostRounds = 12;

/** All that can be mended at once: each place with what it is after every fix that it needs, one after the other. */
export function mendDeck(cards: readonly CheckedCard[], languages: readonly Language[]): WordEdit[] {
  const before = new Map(cards.map((card) => [card.id, card]));
  const after = new Map(before);
  const touched = new Map<string, WordEdit>();
  for (let round = 0; round < mostRounds; round += 1) {
    const edits = fixesOf(checkDeck([...after.values()], languages));
    if (edits.length === 0) break;
    for (const edit of edits) {
      touched.set(placeOf(edit), edit);
      const card = after.get(edit.cardId);
      if (card) after.set(edit.cardId, writeWord(card, edit));
    }
  }
  return [...touched.values()].filter(({ cardId, language, field, value }) => {
    const card = before.get(cardId);
    return card && readWord(card, language, field) !== value;
  });
}
