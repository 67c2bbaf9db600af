import type { Card } from "../universes/schema.ts";
import { cardsApart } from "./cards-apart.ts";
import { chanceOf, shuffled } from "./chance.ts";
import { countFor, type Level } from "./level.ts";

const pairCounts: Record<Level, number> = { 1: 3, 2: 6, 3: 10 };

/** Every card twice, in an order of chance. */
export function pairTiles(cards: readonly Card[], level: Level, seed: number): Card[] {
  const chance = chanceOf(seed);
  const apart = cardsApart(cards, []);
  const chosen = shuffled(apart, chance).slice(0, countFor(level, apart.length, pairCounts));
  return shuffled([...chosen, ...chosen], chance);
}

/** How the tiles lie. */
export interface Pairs {
  /** Places that were turned over and have not found each other: none, one, or two that differ. */
  open: readonly number[];
  found: readonly number[];
  /** All lie open, until the child has seen enough. */
  isPeeking: boolean;
}

/** The first level begins with a look at everything. */
export function newPairs(level: Level): Pairs {
  return { open: [], found: [], isPeeking: level === 1 };
}

/**
 * Turns one tile over. Two that differ stay open for as long as the child looks: they turn back with the next choice.
 */
export function turnOver(tiles: readonly Card[], state: Pairs, place: number): Pairs {
  if (state.isPeeking) return { ...state, isPeeking: false };
  if (state.found.includes(place)) return state;
  const [first, ...rest] = state.open;
  if (first === undefined || rest.length > 0) return { ...state, open: [place] };
  if (first === place) return state;
  if (tiles[first]?.id !== tiles[place]?.id) return { ...state, open: [first, place] };
  return { ...state, open: [], found: [...state.found, first, place] };
}

/** Whether this tile shows its picture. */
export function isOpen({ open, found, isPeeking }: Pairs, place: number): boolean {
  return isPeeking || open.includes(place) || found.includes(place);
}
