/** How much a game asks of a child. */
export type Level = 1 | 2 | 3;
export const levels: readonly Level[] = [1, 2, 3];

/** No game begins with fewer cards that can be told apart. */
export const leastCards = 4;

/** So many wrong choices, and the right one shows itself; on the last level there are only fewer left to choose from. */
export const hintAfter: Record<Level, number> = { 1: 1, 2: 2, 3: Number.POSITIVE_INFINITY };

/**
 * How many cards a level shows: at most `most[level]`, and with few cards in the deck fewer on the lower levels, so that each
 * level has more than the one before it.
 */
export function countFor(level: Level, cards: number, most: Record<Level, number>): number {
  return Math.min(most[level], cards - (3 - level));
}
