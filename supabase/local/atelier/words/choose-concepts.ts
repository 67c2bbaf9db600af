import { type Concept, foldWord, type Language } from "../art/catalogue.ts";
import { createHand, interleave, seedOf, stir } from "./draw.ts";
import { findThemes, getTheme } from "./lexicon.ts";
import { identify, nearestTo, searchConcepts } from "./search.ts";
import type { Theme } from "./theme.ts";
import { wordsOf } from "./tokens.ts";

export interface ConceptOrder {
  /** What the deck is about, in any of the five languages. */
  theme: string;
  count: number;
  /** Names (any language) or keys that the deck has already. */
  exclude?: readonly string[];
  /** Age of the children: the younger, the more typical the choice. */
  age?: number;
  /** Another seed, another choice; without one the input decides. */
  seed?: number;
}

export interface ConceptChoice {
  theme: { key: string; names: Record<Language, string> };
  concepts: { key: string; names: Record<Language, string> }[];
  /** True when some concepts do not belong to the theme itself. */
  mixed: boolean;
  /** Says why the choice is mixed. */
  note?: string;
}

const and: Record<Language, string> = { fr: "et", en: "and", es: "y", it: "e", de: "und" };

/** Two titles in one; Spanish says `e` before the sound of an i. */
function joinTitles(language: Language, before: string, after: string): string {
  const word = language === "es" && /^h?i(?![aeou])/i.test(after) ? "e" : and[language];
  return `${before} ${word} ${after}`;
}
/** Fewer sure finds than this make no theme. */
const sureFinds = 4;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function namesOf(make: (language: Language) => string): Record<Language, string> {
  return { fr: make("fr"), en: make("en"), es: make("es"), it: make("it"), de: make("de") };
}

interface Ground {
  key: string;
  names: Record<Language, string>;
  /** What belongs to the theme, most typical first. */
  sure: Concept[];
  /** Where to look further, nearest first. */
  near: () => Concept[];
}

function groundOf(themes: readonly Theme[]): Ground {
  const sure = interleave(themes.map((theme) => theme.concepts));
  const join = (language: Language) =>
    themes
      .map((theme) => theme.names[language])
      .reduce((before, after) => joinTitles(language, before, after));
  const neighbours = themes.flatMap((theme) => theme.near).map((key) => getTheme(key)?.concepts ?? []);
  return {
    key: themes.map((theme) => theme.key).join("-"),
    names: namesOf(join),
    sure,
    near: () => [...neighbours.flat(), ...nearestTo(sure)],
  };
}

/** The ground of one thing, such as a dog: itself and what the words about it find nearby. */
function groundOfThing(named: Concept, names: Record<Language, string>): Ground {
  const kin = searchConcepts(named.names.en).filter(
    (concept) => concept === named || concept.themes.some((theme) => named.themes.includes(theme)),
  );
  return {
    key: named.key,
    names,
    sure: [named, ...kin.filter((concept) => concept !== named)].slice(0, 6),
    near: () => nearestTo([named]),
  };
}

/** The ground of words that no theme explains: what tags find, else what every child knows. */
function groundOfWords(text: string): Ground {
  const found = searchConcepts(text).slice(0, 12);
  const popular = () =>
    interleave(["animals", "toys", "food", "nature"].map((key) => getTheme(key)?.concepts ?? []));
  return {
    key: foldWord(text).replaceAll(" ", "-") || "free",
    names: namesOf(() => text.trim()),
    sure: found.length >= sureFinds ? found : [],
    near: () => (found.length > 0 ? [...found, ...nearestTo(found)] : popular()),
  };
}

function groundFor(text: string): Ground {
  const themes = findThemes(text);
  if (themes.length > 0) return groundOf(themes);
  const named = identify(text);
  if (named)
    return groundOfThing(
      named,
      namesOf((language) => capital(named.names[language])),
    );
  const within = wordsOf(text)
    .map((word) => identify(word))
    .find((concept) => concept !== null);
  return within
    ? groundOfThing(
        within,
        namesOf(() => text.trim()),
      )
    : groundOfWords(text);
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
  const { theme, count, exclude = [], age, seed } = order;
  const ground = groundFor(theme);
  const known = exclude.flatMap((name) => [name, identify(name)?.key ?? name]);
  const { hand, take } = createHand(known);
  const ownSeed = seed ?? seedOf({ theme: foldWord(theme), count, exclude, age: age ?? null });
  for (const concept of stir(ground.sure, ownSeed, reachFor(age))) if (hand.length < count) take(concept);
  const belonging = hand.length;
  if (hand.length < count) {
    const further = [...new Set(ground.near())];
    const candidates = [...stir(further.slice(0, count * 2), ownSeed + 1, 0.15), ...further.slice(count * 2)];
    for (const concept of candidates) if (hand.length < count) take(concept);
  }
  const concepts = hand.map(({ key, names }) => ({ key, names }));
  const mixed = belonging < hand.length;
  const note = `${belonging} of ${hand.length} concepts belong to “${theme.trim()}”; the others are near it.`;
  return { theme: { key: ground.key, names: ground.names }, concepts, mixed, ...(mixed ? { note } : {}) };
}
