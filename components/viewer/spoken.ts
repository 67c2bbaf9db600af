import type { Language } from "@/lib/contract/languages";
import { leastCards } from "@/lib/games/level";
import type { Card } from "@/lib/universes/schema";
import type { Line } from "./sound/sound";

/** A name in the language that it is really in. */
export interface Name {
  text: string;
  language: Language;
}

/** The name in the wanted language, else in the first of these languages that has one. */
export function nameOf(card: Card, wanted: Language, languages: readonly Language[]): Name {
  const language = [wanted, ...languages].find((code) => card.names[code]) ?? wanted;
  return { text: card.names[language] ?? "", language };
}

/** The names to show and to say, in order: one, or one in each of two languages, but none twice. */
export function namesOf(card: Card, wanted: readonly Language[], languages: readonly Language[]): Name[] {
  const names = wanted.map((language) => nameOf(card, language, languages));
  return names.filter(
    ({ text, language }, at) => text !== "" && names.findIndex((name) => name.language === language) === at,
  );
}

/** How a card says its names: by its recordings, else as the device reads them, helped where the spelling misleads. */
export function linesOf(card: Card, names: readonly Name[]): Line[] {
  return names.map(({ text, language }) => ({
    url: card.speech[language],
    text: card.texts[language]?.speak_as ?? text,
    language,
  }));
}

/** What there is to tell of a card in this language: something to marvel at, then a little story. */
export function talesOf(card: Card | undefined, language: Language): string[] {
  const texts = card?.texts[language];
  return [texts?.fun_fact, texts?.story].filter(
    (text) => typeof text === "string" && text !== "",
  ) as string[];
}

/** How many letters the longest word of a name has, since none should be broken. */
export function longestWord(text: string): number {
  return Math.max(...text.split(/[\s-]+/).map((word) => [...word].length));
}

/** Whether there are enough pictures, each another, for a game. */
export function isPlayable(cards: readonly Card[]): boolean {
  return new Set(cards.flatMap(({ image_url }) => image_url ?? [])).size >= leastCards;
}

/** The same cards in an order of chance; never the one they had, where there are two or more. */
export function mixed<Item>(items: readonly Item[], chance: () => number = Math.random): Item[] {
  const left = [...items];
  const mix = items.flatMap(() => left.splice(Math.floor(chance() * left.length), 1));
  const isSame = mix.every((item, at) => item === items[at]);
  return isSame ? [...mix.slice(1), ...mix.slice(0, 1)] : mix;
}
