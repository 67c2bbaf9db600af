import { type Concept, findNamed, type Language } from "../art/catalogue.ts";
import { interleave } from "./draw.ts";
import { findLetter } from "./letters.ts";
import { getTheme, type Reading, readThemes } from "./lexicon.ts";
import { identify, nearestTo, searchConcepts } from "./search.ts";
import type { Theme } from "./theme.ts";
import { asTyped, type Title, titleOfThing, titlesOf } from "./titles.ts";
import { wordsOf } from "./tokens.ts";

/** Where the concepts of a wish are to be found. */
export interface Ground extends Title {
  /** What belongs to the theme, most typical first. */
  sure: Concept[];
  /** Where to look further, nearest first. */
  near: () => Concept[];
  /** Keeps the order of what is sure. */
  isOrdered?: boolean;
}

/** What every child knows. */
const popular = () => getTheme("first-words")?.concepts ?? [];

/** Fewer sure finds than this make no theme. */
const sureFinds = 4;
/** Said beside a theme, these are not part of it: grandma's garden is about the garden. */
const asides = new Set(["family", "numbers", "colours", "emotions", "shapes", "body"]);

const conceptsOf = (themes: readonly Theme[]) => interleave(themes.map((theme) => theme.concepts));
const neighboursOf = (themes: readonly Theme[]) =>
  themes.flatMap((theme) => theme.near).flatMap((key) => getTheme(key) ?? []);

/** Keeps what belongs to every one of the themes. */
function narrow(concepts: readonly Concept[], narrowing: readonly Theme[]): Concept[] {
  return concepts.filter((concept) => narrowing.every((theme) => theme.concepts.includes(concept)));
}

/** What narrows a theme of which it leaves next to nothing, and is joined to it, is a theme for itself. */
function separate(reading: Reading): Reading {
  const { themes, narrowing, isJoined } = reading;
  if (!isJoined || narrow(conceptsOf(themes), narrowing).length >= sureFinds) return reading;
  const apart = narrowing.filter(({ isBroad }) => !isBroad);
  return {
    ...reading,
    themes: [...themes, ...apart],
    narrowing: narrowing.filter((theme) => !apart.includes(theme)),
  };
}

/** Themes, of which only what the narrowing themes leave is wanted (`animals in winter`), if they leave enough. */
function groundOfThemes(reading: Reading, text: string, language?: Language): Ground {
  const { themes, narrowing } = separate(reading);
  const all = conceptsOf(themes);
  const around = neighboursOf(themes).flatMap((theme) => theme.concepts);
  const own = narrow(all, narrowing);
  const wider = [...new Set([...own, ...narrow(around, narrowing)])];
  // Animals next to none of which belong to the theme were not meant: an orchestra of animals is about instruments.
  const isMeant = own.length >= 2 || narrowing.some(({ isBroad }) => !isBroad);
  const found = own.length >= sureFinds || !isMeant ? own : wider;
  // Of birds in the garden, birds are wanted before gardens.
  const kinds = narrowing.filter(({ narrows, isBroad }) => narrows === "kind" && !isBroad);
  const instead = kinds.length > 0 ? conceptsOf(kinds) : all;
  const sure = found.length >= sureFinds ? found : [...own, ...instead];
  const isPlain = narrowing.every(({ isBroad }) => isBroad);
  return {
    ...(isPlain ? titlesOf(themes) : asTyped(text, language)),
    sure: [...seedsOf(reading, all), ...sure],
    near: () => [...wider, ...narrow(nearestTo(sure), narrowing), ...all, ...around, ...nearestTo(sure)],
    isOrdered: themes.length === 1 && themes.every(({ isOrdered }) => isOrdered),
  };
}

/** Only what else narrows was said: `red fruit` is both, `fruit and vegetables` is either. */
function groundOfNarrowing(reading: Reading, text: string, language?: Language): Ground {
  const { narrowing } = reading;
  const [first] = narrowing;
  const all = conceptsOf(narrowing);
  const both = narrow(first?.concepts ?? [], narrowing);
  const broad = narrowing.filter(({ isBroad }) => isBroad);
  const precise = narrowing.filter(({ isBroad }) => !isBroad);
  const isOne = both.length >= sureFinds || narrowing.length === 1;
  const sure = isOne ? both : narrow(conceptsOf(precise), broad.length > 0 ? broad : []);
  const chosen = sure.length >= sureFinds ? sure : all;
  const isNamed = precise.length <= 1 || !isOne;
  return {
    ...(isNamed ? titlesOf(precise.length > 0 ? precise : narrowing) : asTyped(text, language)),
    sure: [...seedsOf(reading, all), ...chosen],
    near: () => {
      const around = [...(isOne ? all : []), ...neighboursOf(precise).flatMap((theme) => theme.concepts)];
      return [...narrow([...around, ...all], broad), ...nearestTo(chosen)];
    },
  };
}

/** Things named beside a theme: the wolf in `a wolf in the forest`. */
function seedsOf({ leftOver }: Reading, around: readonly Concept[]): Concept[] {
  const kinds = new Set(around.flatMap(({ themes }) => themes));
  return leftOver.flatMap((word) => {
    const named = word.length >= 4 ? findNamed(word, null) : null;
    const fits = named?.themes.some((theme) => kinds.has(theme) && !asides.has(theme));
    return named && fits ? [named] : [];
  });
}

/** The ground of things, such as dogs and cats: themselves and what the words about them find nearby. */
function groundOfThings(named: Concept[], title: Title): Ground {
  const [first] = named;
  const shares = (concept: Concept) => concept.themes.some((theme) => first?.themes.includes(theme));
  const kin =
    named.length === 1
      ? searchConcepts(first?.names.en ?? "")
          .filter(shares)
          .slice(0, 6)
      : [];
  const sure = [...new Set([...named, ...kin])];
  return { ...title, sure, near: () => nearestTo(named) };
}

/** The ground of words that no theme explains: what tags find, else what every child knows. */
function groundOfWords(text: string, language?: Language): Ground {
  const found = searchConcepts(text).slice(0, 12);
  return {
    ...asTyped(text, language),
    sure: found.length >= sureFinds ? found : [],
    near: () => [...found, ...(found.length >= sureFinds ? nearestTo(found) : popular())],
  };
}

/** Finds where to look for a wish in any of the five languages; its language, where known, helps with its title. */
export function groundFor(text: string, language?: Language): Ground {
  const initial = findLetter(text);
  if (initial && initial.concepts.length >= sureFinds)
    return { ...asTyped(text, initial.language), sure: initial.concepts, near: popular };
  const reading = readThemes(text);
  if (reading.themes.length > 0) return groundOfThemes(reading, text, language);
  if (reading.narrowing.some(({ isBroad }) => !isBroad)) return groundOfNarrowing(reading, text, language);
  const named = identify(text, language);
  if (named) {
    return groundOfThings([named], titleOfThing(named));
  }
  const within = wordsOf(text).flatMap((word) => identify(word, language) ?? []);
  if (within.length > 0) return groundOfThings([...new Set(within)], asTyped(text, language));
  return reading.narrowing.length > 0
    ? groundOfNarrowing(reading, text, language)
    : groundOfWords(text, language);
}
