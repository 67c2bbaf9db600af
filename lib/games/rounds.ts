import type { Language } from "../contract/languages.ts";
import type { Card } from "../universes/schema.ts";
import { cardsApart } from "./cards-apart.ts";
import { chanceOf, shuffled } from "./chance.ts";
import { countFor, type Level } from "./level.ts";

/** Something to choose from; `answer` is the place of the one right choice. */
export interface Round {
  choices: Card[];
  answer: number;
}

const rounds: Record<Level, number> = { 1: 4, 2: 5, 3: 6 };
const listenChoices: Record<Level, number> = { 1: 2, 2: 4, 3: 6 };
const matchChoices: Record<Level, number> = { 1: 2, 2: 3, 3: 4 };
const oddPartners: Record<Level, number> = { 1: 1, 2: 2, 3: 4 };

/** Asks for one card after the other, none twice. */
function roundsOf(
  cards: readonly Card[],
  level: Level,
  chance: () => number,
  choose: (wanted: Card, others: Card[]) => Card[],
): Round[] {
  return shuffled(cards, chance)
    .slice(0, rounds[level])
    .map((wanted) => {
      const others = cards.filter((card) => card !== wanted);
      const choices = shuffled(choose(wanted, shuffled(others, chance)), chance);
      return { choices, answer: choices.indexOf(wanted) };
    });
}

/** One card is said, and found among others. */
export function listenRounds(
  cards: readonly Card[],
  language: Language,
  level: Level,
  seed: number,
): Round[] {
  const apart = cardsApart(cards, [language]);
  const count = countFor(level, apart.length, listenChoices);
  return roundsOf(apart, level, chanceOf(seed), (wanted, others) => [wanted, ...others.slice(0, count - 1)]);
}

/** One card has a name in one language, and is found by its name in the other. */
export function matchRounds(
  cards: readonly Card[],
  from: Language,
  to: Language,
  level: Level,
  seed: number,
): Round[] {
  const apart = cardsApart(cards, [from, to]);
  return roundsOf(apart, level, chanceOf(seed), (wanted, others) => [
    wanted,
    ...others.slice(0, matchChoices[level] - 1),
  ]);
}

/** All cards but one have a twin: first three times the same and another, then pairs and one that is alone. */
export function oddRounds(cards: readonly Card[], level: Level, seed: number): Round[] {
  const apart = cardsApart(cards, []);
  const count = Math.min(oddPartners[level], apart.length - 1);
  const copies = level === 1 ? 3 : 2;
  return roundsOf(apart, level, chanceOf(seed), (wanted, others) => [
    wanted,
    ...others.slice(0, count).flatMap((card) => Array.from({ length: copies }, () => card)),
  ]);
}
