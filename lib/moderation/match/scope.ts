import type { Language } from "../../contract/languages.ts";
import { bitOf, type Lexicon, lexicon, type Rule } from "../lexicon/lexicon.ts";

/** What a look through a text knows: the lexicon, the languages that count, and how many steps were taken. */
export interface Scope {
  lexicon: Lexicon;
  /** A bit per language: those whose entries are looked for, and those of the deck. */
  active: number;
  deck: number;
  /** Letters followed and entries compared so far. */
  steps: number;
}

/** A fresh look in the deck's languages; English counts always, because models are prompted in it. */
export function scopeOf(deckLanguages: readonly Language[]): Scope {
  const deck = deckLanguages.reduce((bits, language) => bits | bitOf(language), 0);
  return { lexicon: lexicon(), deck, active: deck | bitOf("en"), steps: 0 };
}

/** True where one of the rules of one word counts in this look. */
export function hasLoneRule(scope: Scope, rules: readonly Rule[] | undefined): boolean {
  return Boolean(rules?.some((rule) => rule.units.length === 1 && rule.bit & scope.active));
}
