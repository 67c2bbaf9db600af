import type { Language } from "../contract/languages.ts";
import type { Card } from "../universes/schema.ts";
import { cardsApart } from "./cards-apart.ts";
import { leastCards } from "./level.ts";

export type GameName = "listen" | "pairs" | "odd" | "match";

const isEnough = (cards: readonly Card[], languages: readonly Language[]) =>
  cardsApart(cards, languages).length >= leastCards;

/** The other languages of the deck in which enough cards have names too. */
export function partnersOf(
  cards: readonly Card[],
  language: Language,
  languages: readonly Language[],
): Language[] {
  return languages.filter((other) => other !== language && isEnough(cards, [language, other]));
}

/** The games that can be played with these cards in this language; those that cannot are not offered. */
export function gamesOf(
  cards: readonly Card[],
  language: Language,
  languages: readonly Language[],
): GameName[] {
  if (!isEnough(cards, [])) return [];
  const games: GameName[] = isEnough(cards, [language]) ? ["listen", "pairs", "odd"] : ["pairs", "odd"];
  return partnersOf(cards, language, languages).length > 0 ? [...games, "match"] : games;
}
