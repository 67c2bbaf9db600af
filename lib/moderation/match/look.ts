import type { Language } from "../../contract/languages.ts";
import type { Category } from "../categories.ts";
import type { Rule } from "../lexicon/lexicon.ts";
import type { Word } from "../words/word.ts";
import { eachMatch } from "./matches.ts";
import type { Scope } from "./scope.ts";
import { type Spot, spotOf } from "./spot.ts";

/** An entry that was found, and where it stands in the text. */
export interface Find {
  category: Category;
  language: Language;
  start: number;
  end: number;
}

/** Marks what is harmless: in every language where a language of the deck says so, else in the saying language alone. */
function waive(scope: Scope, spots: readonly Spot[]): void {
  eachMatch(scope, spots, scope.lexicon.waivers, ({ bit }, places) => {
    const languages = scope.deck & bit ? scope.active : bit;
    for (const place of places) {
      const spot = spots[place] as Spot;
      if (places.length > 1) spot.covered |= languages;
      else {
        spot.harmless |= languages;
        spot.ownHarmless |= bit;
      }
    }
  });
}

function stands({ bit, order, units }: Rule, words: readonly Spot[]): boolean {
  if (words.some((spot) => spot.covered & bit)) return false;
  const [alone] = words;
  if (words.length > 1 || !alone) return order === "adjacent" || words.every((spot) => !spot.word.chance);
  if (alone.word.chance) return false;
  const [unit = 0] = units;
  if (alone.disguised.includes(unit)) return true;
  // A turkey (German "Pute") is not spelled letter by letter: what other languages say of a word counts as it is written.
  return !((alone.odd.includes(unit) ? alone.ownHarmless : alone.harmless) & bit);
}

/** Every refused entry in these words, except where harmless words and phrases say otherwise. */
export function look(scope: Scope, words: readonly Word[]): Find[] {
  const spots = words.map((word) => spotOf(scope, word));
  waive(scope, spots);
  const finds: Find[] = [];
  eachMatch(scope, spots, scope.lexicon.refusals, (rule, places) => {
    const standing = places.map((place) => spots[place] as Spot);
    if (rule.category === null || !stands(rule, standing)) return;
    finds.push({
      category: rule.category,
      language: rule.language,
      start: Math.min(...standing.map(({ word }) => word.start)),
      end: Math.max(...standing.map(({ word }) => word.end)),
    });
  });
  return finds;
}
