import type { Language } from "../contract/languages.ts";
import type { Card } from "../universes/schema.ts";
import { leastCards } from "./level.ts";

/** Two names that a child would take for the same are the same. */
const fold = (name: string) => name.normalize("NFKC").trim().toLowerCase();

/**
 * The cards that can play, in their order: each has a picture, and a name in each of these languages, and nothing of it
 * belongs to an earlier one too, in any of the languages. So no two of them can both be the right answer.
 */
export function cardsApart(cards: readonly Card[], languages: readonly Language[]): Card[] {
  const pictures = new Set<string>();
  const names = new Set<string>();
  return cards.filter((card) => {
    const own = languages.map((code) => fold(card.names[code] ?? ""));
    const isWhole = card.image_url !== null && !own.includes("");
    if (!isWhole || pictures.has(card.image_url ?? "") || own.some((name) => names.has(name))) return false;
    pictures.add(card.image_url ?? "");
    for (const name of own) names.add(name);
    return true;
  });
}

/** Those that can also be said in each of these languages on this device; all of them where too few can to play with. */
export function cardsHeard(
  cards: readonly Card[],
  languages: readonly Language[],
  canSay: (card: Card, language: Language) => boolean,
): readonly Card[] {
  const heard = cards.filter((card) => languages.every((language) => canSay(card, language)));
  return cardsApart(heard, languages).length >= leastCards ? heard : cards;
}
