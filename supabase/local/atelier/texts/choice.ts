import { createRandom } from "../scene/random.ts";

/**
 * One of the choices: neighbouring seeds take neighbouring choices, so that another try is never the same, and each key
 * begins elsewhere, so that the cards of a deck differ under one seed. Throws when there is no choice.
 */
export function choose<T>(choices: readonly T[], key: string, seed: number): T {
  const start = createRandom(key).whole(0, 9999);
  const chosen = choices[(start + seed) % choices.length];
  if (chosen === undefined) throw new Error(`There is nothing to choose from for ${key}.`);
  return chosen;
}
