import type { Rule } from "../lexicon/lexicon.ts";
import type { Scope } from "./scope.ts";
import type { Spot } from "./spot.ts";

/** How many words from the anchor the others may stand, where they need not follow each other. */
const reach = 7;

type Rules = readonly (readonly Rule[] | undefined)[];
type Found = (rule: Rule, places: readonly number[]) => void;
type Places = number[] | null;

function adjacentPlaces(spots: readonly Spot[], { units }: Rule, at: number): Places {
  for (let step = 1; step < units.length; step++) {
    if (!spots[at + step]?.units.includes(units[step] as number)) return null;
  }
  return units.map((_, step) => at + step);
}

/** The nearest place of that unit before (-1) or after (1) `from`, within reach of the anchor and in its sentence. */
function nearest(spots: readonly Spot[], unit: number, from: number, side: -1 | 1, anchor: number): number {
  const sentence = spots[anchor]?.word.sentence;
  for (let place = from + side; Math.abs(place - anchor) <= reach; place += side) {
    const spot = spots[place];
    if (spot?.word.sentence !== sentence) return -1;
    if (spot?.units.includes(unit)) return place;
  }
  return -1;
}

function orderedPlaces(spots: readonly Spot[], { units, anchor }: Rule, at: number): Places {
  const places = units.map(() => at);
  for (const side of [-1, 1] as const) {
    for (let index = anchor + side; index >= 0 && index < units.length; index += side) {
      const place = nearest(spots, units[index] as number, places[index - side] as number, side, at);
      if (place < 0) return null;
      places[index] = place;
    }
  }
  return places;
}

function nearPlaces(spots: readonly Spot[], { units, anchor }: Rule, at: number): Places {
  const places = [at];
  for (const [index, unit] of units.entries()) {
    if (index === anchor) continue;
    const [before, after] = [nearest(spots, unit, at, -1, at), nearest(spots, unit, at, 1, at)];
    const place = [before, after].find((candidate) => candidate >= 0 && !places.includes(candidate));
    if (place === undefined) return null;
    places.push(place);
  }
  return places;
}

const finders = { adjacent: adjacentPlaces, ordered: orderedPlaces, near: nearPlaces };

/** Calls `found` for each of the rules that these words follow, with the places of its words. */
export function eachMatch(scope: Scope, spots: readonly Spot[], rules: Rules, found: Found): void {
  for (const [at, spot] of spots.entries()) {
    for (const unit of spot.units) {
      for (const rule of rules[unit] ?? []) {
        scope.steps++;
        const places = rule.bit & scope.active ? finders[rule.order](spots, rule, at) : null;
        if (places) found(rule, places);
      }
    }
  }
}
