import { allConcepts, foldWord, type Language } from "../art/catalogue.ts";
import { createHand, seedOf, stir } from "./draw.ts";
import { groundFor } from "./grounds.ts";
import { identify } from "./search.ts";

export interface ConceptOrder {
  /** What the deck is about, in any of the five languages. */
  theme: string;
  count: number;
  /** Language of the theme, where known. */
  language?: Language;
  /** Names (any language) or keys that the deck has already. */
  exclude?: readonly string[];
  /** Age of the children: the younger, the more typical the choice. */
  age?: number;
  /** Another seed, another choice; without one the input decides. */
  seed?: number;
}

export interface ChosenConcept {
  key: string;
  names: Record<Language, string>;
  /** The definite article of each name (`der`, `l’`), empty where none is said. */
  articles: Record<Language, string>;
}

export interface ConceptChoice {
  /** `review` is true for languages in which the title is only what was typed. */
  theme: { key: string; names: Record<Language, string>; review: Record<Language, boolean> };
  concepts: ChosenConcept[];
  /** True when some concepts do not belong to the theme itself. */
  mixed: boolean;
  /** Says why the choice is mixed. */
  note?: string;
}

function reachFor(age: number | undefined): number {
  if (age === undefined) return 0.35;
  return age < 4 ? 0.15 : age > 8 ? 0.6 : 0.35;
}

/**
 * Chooses distinct concepts for a theme: from the theme's own list, else by tags, then from its neighbours, then from
 * the whole catalogue, so that the answer is as long as asked while the catalogue lasts. The same order, the same answer.
 */
export function chooseConcepts(order: ConceptOrder): ConceptChoice {
  const { theme, count, exclude = [], age, seed, language } = order;
  const ground = groundFor(theme, language);
  const known = exclude.flatMap((name) => [name, identify(name)?.key ?? name]);
  const { hand, take } = createHand(known);
  const ownSeed = seed ?? seedOf({ theme: foldWord(theme), count, exclude, age: age ?? null });
  const sure = [...new Set(ground.sure)];
  const inTurn = ground.isOrdered ? sure : stir(sure, ownSeed, reachFor(age));
  for (const concept of inTurn) if (hand.length < count) take(concept);
  const belonging = hand.length;
  if (hand.length < count) {
    const further = [...new Set([...ground.near(), ...allConcepts()])];
    const candidates = [...stir(further.slice(0, count), ownSeed + 1, 0.15), ...further.slice(count)];
    for (const concept of candidates) if (hand.length < count) take(concept);
  }
  const concepts = hand.map(({ key, names, articles }) => ({ key, names, articles }));
  const mixed = belonging < hand.length;
  const note = `${belonging} of ${hand.length} concepts belong to “${theme.trim()}”; the others are near it.`;
  const { key, names, review } = ground;
  return { theme: { key, names, review }, concepts, mixed, ...(mixed ? { note } : {}) };
}
