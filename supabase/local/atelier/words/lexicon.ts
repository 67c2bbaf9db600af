import { findNamed } from "../art/catalogue.ts";
import { animalThemes } from "./animal-themes.ts";
import { builtInThemes } from "./built-in-themes.ts";
import { dailyThemes } from "./daily-themes.ts";
import { festivalThemes } from "./festival-themes.ts";
import { homeThemes } from "./home-themes.ts";
import { outingThemes } from "./outing-themes.ts";
import { phenomenonThemes } from "./phenomenon-themes.ts";
import { createPhraseBook, type Hit } from "./phrases.ts";
import { propertyThemes } from "./property-themes.ts";
import { seasonThemes } from "./season-themes.ts";
import { taleThemes } from "./tale-themes.ts";
import { readThemeRow, type Theme } from "./theme.ts";
import { wordsOf } from "./tokens.ts";
import { wishThemes } from "./wish-themes.ts";
import { worldThemes } from "./world-themes.ts";

/** The lexicon's tables, the built-in six first. */
export const themeRows = [
  ...builtInThemes,
  ...animalThemes,
  ...worldThemes,
  ...homeThemes,
  ...seasonThemes,
  ...dailyThemes,
  ...outingThemes,
  ...propertyThemes,
  ...taleThemes,
  ...festivalThemes,
  ...phenomenonThemes,
  ...wishThemes,
];
const themes = themeRows.map(readThemeRow);
const byKey = new Map(themes.map((theme) => [theme.key, theme]));
const book = createPhraseBook(themes);

function cutsOf(word: string): [head: string, tail: string][] {
  const cuts = Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => word.length - 4 - index);
  return cuts.map((cut) => [word.slice(0, cut).replace(/s$/, ""), word.slice(cut)]);
}

/** The two known halves of a German compound (`Baustellenfahrzeuge`), else the word itself. */
export function splitCompound(word: string): string[] {
  if (book.holds(word)) return [word];
  const isHead = (head: string) => book.isKnown(head) || book.isKnown(head.replace(/e?n$/, ""));
  return cutsOf(word).find(([head, tail]) => book.isKnown(tail) && isHead(head)) ?? [word];
}

/** The known half of a compound whose other half says nothing here (`Kindergeburtstag`), else the word itself. */
function knownHalf(word: string): string {
  if (book.isKnown(word) || findNamed(word, null)) return word;
  const halves = cutsOf(word).flat();
  const known = halves.filter((half) => half.length >= 4 && book.isKnown(half));
  return known.sort((a, b) => b.length - a.length)[0] ?? word;
}

/** What a text asks for: themes, what narrows them, and the words that say neither. */
export interface Reading {
  themes: Theme[];
  narrowing: Theme[];
  leftOver: string[];
  /** Whether the text joins its parts (`beach and insects`), so that each is wanted for itself. */
  isJoined: boolean;
}

const mostThemes = 4;

const animals = byKey.get("animals");
/** Words that put two wishes side by side. */
const joined = /[,&+/:]|\b(et|and|y|e|ed|und)\b/i;

/** Whether animals are asked for, be it inside a German compound (`Waldtiere`) or in a phrase (`farm animals`). */
function asksForAnimals(words: readonly string[], hits: readonly Hit[]): boolean {
  const isCompound = (word: string) => /.tieren?$/.test(word) && !/^(kuschel|stoff|plusch)/.test(word);
  return words.some(isCompound) || hits.some(({ theme }) => theme === animals);
}

/**
 * What is only said beside the theme goes, unless it was joined to it: `family and home`. So do the colours, when one
 * of them is named.
 */
function dropAsides(picked: Theme[], text: string): Theme[] {
  const main = picked.filter(({ isAside }) => !isAside);
  const isEnough = main.some(({ narrows, isBroad }) => !isBroad && narrows !== "property");
  const kept = joined.test(text) || !isEnough ? picked : main;
  const namesColour = kept.some(({ near, narrows }) => narrows === "property" && near.includes("colours"));
  return namesColour ? kept.filter(({ key }) => key !== "colours") : kept;
}

/** Keeps the best hit for each part of what was asked: at most four in all. */
function pickHits(hits: readonly Hit[], words: readonly string[], text: string): Reading {
  const taken = new Set<number>();
  const picked: Theme[] = [];
  for (const { theme, explained } of hits) {
    const isNew = [...explained].every((index) => !taken.has(index));
    if (!isNew || picked.length === mostThemes) continue;
    if (!picked.includes(theme)) picked.push(theme);
    for (const index of explained) taken.add(index);
  }
  if (animals && !picked.includes(animals) && asksForAnimals(words, hits)) picked.push(animals);
  const kept = dropAsides(picked, text);
  return {
    themes: kept.filter((theme) => !theme.narrows),
    narrowing: kept.filter((theme) => theme.narrows),
    leftOver: words.filter((_, index) => !taken.has(index)),
    isJoined: joined.test(text),
  };
}

const withoutUmlautSpelling = (word: string) => word.replace(/([aou])e/g, "$1");

/** Reads a text in any of the five languages; nothing is in the reading when no theme is known. */
export function readThemes(text: string): Reading {
  const asked = wordsOf(text);
  const attempts = [
    (word: string) => [word],
    splitCompound,
    (word: string) => [withoutUmlautSpelling(word)],
    (word: string) => [knownHalf(word)],
  ];
  let broad: Reading | null = null;
  for (const change of attempts) {
    const words = asked.flatMap(change);
    const reading = pickHits(book.match(words), words, text);
    const isPrecise = reading.themes.length > 0 || reading.narrowing.some(({ isBroad }) => !isBroad);
    if (isPrecise) return reading;
    if (reading.narrowing.length > 0) broad ??= reading;
  }
  return broad ?? { themes: [], narrowing: [], leftOver: asked, isJoined: false };
}

/**
 * The themes that a text in any of the five languages speaks of, the main one first; empty when none is known. What
 * only narrows (`animals` in `animals of the forest`) is left out when there is something to narrow.
 */
export function findThemes(text: string): Theme[] {
  const { themes, narrowing } = readThemes(text);
  const precise = narrowing.filter(({ isBroad }) => !isBroad);
  if (themes.length > 0) return [...themes, ...precise];
  return precise.length > 0 ? precise : narrowing;
}

/** The theme of that key, or null. */
export function getTheme(key: string): Theme | null {
  return byKey.get(key) ?? null;
}

/** All themes, the built-in six first. */
export function allThemes(): readonly Theme[] {
  return themes;
}
