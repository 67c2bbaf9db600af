import type { Rule } from "../lexicon/lexicon.ts";
import type { Scope } from "./scope.ts";
import type { Spot } from "./spot.ts";

/** How many words further the words of an entry may stand, where they need not follow each other. */
const reach = 7;

type Rules = readonly (readonly Rule[] | undefined)[];
type Found = (rule: Rule, places: readonly number[]) => void;

function adjacentPlaces(spots: readonly Spot[], { units }: Rule, at: number): number[] | null {
  for (let step = 1; step < units.length; step++) {
    if (!spots[at + step]?.units.includes(units[step] as number)) return null;
  }
  return units.map((_, step) => at + step);
}

function apartPlaces(
  seen: ReadonlyMap<number, number>,
  spots: readonly Spot[],
  { units, order }: Rule,
  at: number,
  unit: number,
): number[] | null {
  const sentence = spots[at]?.word.sentence;
  const places: number[] = [];
  for (const other of units) {
    const place = other === unit ? at : seen.get(other);
    if (place === undefined || at - place > reach || places.includes(place)) return null;
    if (spots[place]?.word.sentence !== sentence) return null;
    if (order === "ordered" && place < (places.at(-1) ?? 0)) return null;
    places.push(place);
  }
  return places;
}

/** Calls `found` for each of the rules that these words follow, with the places of its words. */
export function eachMatch(scope: Scope, spots: readonly Spot[], rules: Rules, found: Found): void {
  const seen = new Map<number, number>();
  for (const [at, spot] of spots.entries()) {
    for (const unit of spot.units) {
      const ofUnit = rules[unit];
      if (!ofUnit) continue;
      scope.steps += ofUnit.length;
      for (const rule of ofUnit) {
        if (!(rule.bit & scope.active)) continue;
        const places =
          rule.order === "adjacent"
            ? adjacentPlaces(spots, rule, at)
            : apartPlaces(seen, spots, rule, at, unit);
        if (places) found(rule, places);
      }
    }
    for (const unit of spot.units) seen.set(unit, at);
  }
}
