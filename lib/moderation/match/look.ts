import type { Language } from "../../contract/languages.ts";
import type { Category } from "../categories.ts";
import { bitOf, type Rule } from "../lexicon/lexicon.ts";
import type { Word } from "../words/word.ts";
import { findUnits } from "./find-units.ts";
import { rulesOf, type Scope } from "./scope.ts";

/** How many words may lie between those that come in an order or stand near each other. */
const reach = 7;

/** An entry that was found, and where it stands in the text. */
export interface Find {
  category: Category;
  language: Language;
  start: number;
  end: number;
}

interface Spot {
  word: Word;
  units: number[];
  /** Units that the word belongs to in a disguised form only. */
  disguised: Set<number>;
  /** Languages, a bit each, in which the word is harmless by itself, and as part of a harmless phrase. */
  harmless: number;
  covered: number;
}

function spotOf(scope: Scope, word: Word): Spot {
  const plain = new Set<number>();
  const disguised = new Set<number>();
  for (const form of word.forms) {
    findUnits(scope, form, (unit) => (form.disguised ? disguised : plain).add(unit));
  }
  for (const unit of plain) disguised.delete(unit);
  return { word, units: [...plain, ...disguised], disguised, harmless: 0, covered: 0 };
}

function* adjacent(spots: readonly Spot[], rule: Rule, at: number): Generator<number[]> {
  const follows = rule.units.every((unit, step) => spots[at + step]?.units.includes(unit));
  if (follows) yield rule.units.map((_, step) => at + step);
}

function* apart(
  seen: ReadonlyMap<number, number>,
  spots: readonly Spot[],
  rule: Rule,
  at: number,
  unit: number,
): Generator<number[]> {
  if (rule.order === "ordered" && rule.units.at(-1) !== unit) return;
  const places = rule.units.map((other) => (other === unit ? at : (seen.get(other) ?? -1)));
  const sentence = spots[at]?.word.sentence;
  const near = places.every(
    (place) => place >= 0 && at - place <= reach && spots[place]?.word.sentence === sentence,
  );
  if (!near || new Set(places).size < places.length) return;
  if (rule.order === "ordered" && places.some((place, index) => place < (places[index - 1] ?? 0))) return;
  yield places;
}

function* matches(scope: Scope, spots: readonly Spot[], blocked: boolean): Generator<[Rule, number[]]> {
  const seen = new Map<number, number>();
  for (const [at, spot] of spots.entries()) {
    for (const unit of spot.units) {
      for (const rule of rulesOf(scope, unit)) {
        if ((rule.category !== null) !== blocked) continue;
        const found =
          rule.order === "adjacent" ? adjacent(spots, rule, at) : apart(seen, spots, rule, at, unit);
        for (const places of found) yield [rule, places];
      }
    }
    for (const unit of spot.units) seen.set(unit, at);
  }
}

function waive(scope: Scope, spots: readonly Spot[]): void {
  for (const [rule, places] of matches(scope, spots, false)) {
    const own = bitOf(rule.language);
    const languages = scope.deck & own ? scope.active : own;
    for (const place of places) {
      const spot = spots[place] as Spot;
      if (places.length > 1) spot.covered |= languages;
      else spot.harmless |= languages;
    }
  }
}

function stands(spots: readonly Spot[], rule: Rule, places: readonly number[]): boolean {
  const bit = bitOf(rule.language);
  if (places.some((place) => (spots[place] as Spot).covered & bit)) return false;
  const [alone] = places.length === 1 ? [spots[places[0] as number] as Spot] : [];
  if (!alone)
    return rule.order === "adjacent" || places.every((place) => !(spots[place] as Spot).word.chance);
  if (alone.word.chance) return false;
  return !(alone.harmless & bit) || alone.disguised.has(rule.units[0] as number);
}

/** Every refused entry in these words, except where harmless words and phrases say otherwise. */
export function look(scope: Scope, words: readonly Word[]): Find[] {
  const spots = words.map((word) => spotOf(scope, word));
  waive(scope, spots);
  const finds: Find[] = [];
  for (const [rule, places] of matches(scope, spots, true)) {
    if (rule.category === null || !stands(spots, rule, places)) continue;
    const standing = places.map((place) => (spots[place] as Spot).word);
    finds.push({
      category: rule.category,
      language: rule.language,
      start: Math.min(...standing.map((word) => word.start)),
      end: Math.max(...standing.map((word) => word.end)),
    });
  }
  return finds;
}
