import { animalThemes } from "./animal-themes.ts";
import { builtInThemes } from "./built-in-themes.ts";
import { homeThemes } from "./home-themes.ts";
import { seasonThemes } from "./season-themes.ts";
import { readThemeRow, type Theme } from "./theme.ts";
import { isTypo, stem, wordsOf } from "./tokens.ts";
import { worldThemes } from "./world-themes.ts";

/** The lexicon's tables, the built-in six first. */
export const themeRows = [...builtInThemes, ...animalThemes, ...worldThemes, ...homeThemes, ...seasonThemes];
const themes = themeRows.map(readThemeRow);
const byKey = new Map(themes.map((theme) => [theme.key, theme]));

interface Word {
  text: string;
  root: string;
  /** The text without a plural's ending. */
  one: string;
}

interface Phrase {
  theme: Theme;
  words: Word[];
}

const readWord = (text: string): Word => ({ text, root: stem(text), one: text.replace(/[sx]$/, "") });

const phrases: Phrase[] = themes.flatMap((theme) =>
  theme.words.map((text) => ({ theme, words: wordsOf(text).map(readWord) })),
);
const vocabulary = new Set(phrases.flatMap(({ words }) => words.map(({ text }) => text)));
const stems = new Set([...vocabulary].map(stem));

const isKnown = (word: string) => vocabulary.has(word) || stems.has(stem(word));

function cutsOf(word: string): [head: string, tail: string][] {
  const cuts = Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => word.length - 4 - index);
  return cuts.map((cut) => [word.slice(0, cut).replace(/s$/, ""), word.slice(cut)]);
}

/** The two known halves of a German compound (`Baustellenfahrzeuge`), else the word itself. */
export function splitCompound(word: string): string[] {
  if (vocabulary.has(word)) return [word];
  const isHead = (head: string) => isKnown(head) || isKnown(head.replace(/e?n$/, ""));
  return cutsOf(word).find(([head, tail]) => isKnown(tail) && isHead(head)) ?? [word];
}

/** The known half of a compound whose other half says nothing here (`Kindergeburtstag`), else the word itself. */
function knownHalf(word: string): string {
  const halves = cutsOf(word).flat();
  return (
    halves.filter((half) => half.length >= 5 && isKnown(half)).sort((a, b) => b.length - a.length)[0] ?? word
  );
}

/** A word of the question; one that is in no phrase may be a known one with a wrong letter. */
interface Asked extends Word {
  mayBeTypo: boolean;
}

/** How surely two words mean the same: 1 for the same word, less for a shared stem or one wrong letter, else 0. */
function likeness(asked: Asked, known: Word): number {
  if (asked.text === known.text) return 1;
  if (asked.root === known.root && (asked.root.length >= 4 || asked.one === known.one)) return 0.8;
  if (asked.mayBeTypo && known.text.length >= 6 && isTypo(asked.text, known.text)) return 0.6;
  return 0;
}

interface Hit {
  theme: Theme;
  score: number;
  /** Which of the asked words the phrase explains. */
  explained: Set<number>;
}

function matchPhrase(asked: Asked[], { theme, words }: Phrase): Hit | null {
  const explained = new Set<number>();
  let total = 0;
  for (const word of words) {
    const values = asked.map((candidate) => likeness(candidate, word));
    const best = Math.max(...values);
    if (best === 0) return null;
    total += best;
    explained.add(values.indexOf(best));
  }
  const quality = total / words.length;
  return { theme, score: explained.size * quality * (theme.isBroad ? 0.5 : 1), explained };
}

function matchWords(texts: string[]): Hit[] {
  if (texts.length === 0) return [];
  const asked = texts.map((text) => ({
    ...readWord(text),
    mayBeTypo: text.length >= 6 && !isKnown(text),
  }));
  const hits = phrases.map((phrase) => matchPhrase(asked, phrase)).filter((hit) => hit !== null);
  const place = ({ explained }: Hit) => Math.min(...explained);
  return hits.sort((a, b) => b.score - a.score || place(a) - place(b));
}

/** Keeps the best hit for each part of what was asked: at most three themes, broad ones only when alone. */
function pickThemes(hits: Hit[]): Theme[] {
  const taken = new Set<number>();
  const picked: Theme[] = [];
  for (const { theme, explained } of hits) {
    const isNew = [...explained].every((index) => !taken.has(index));
    if (!isNew || picked.includes(theme) || picked.length === 3) continue;
    if (theme.isBroad && picked.length > 0) continue;
    picked.push(theme);
    for (const index of explained) taken.add(index);
  }
  return picked;
}

const withoutUmlautSpelling = (word: string) => word.replace(/([aou])e/g, "$1");

/** The themes that a text in any of the five languages speaks of, best first, at most three; empty when none is known. */
export function findThemes(text: string): Theme[] {
  const asked = wordsOf(text);
  const attempts = [
    asked,
    asked.flatMap(splitCompound),
    asked.map(withoutUmlautSpelling),
    asked.map(knownHalf),
  ];
  for (const attempt of attempts) {
    const found = pickThemes(matchWords(attempt));
    if (found.length > 0) return found;
  }
  return [];
}

/** The theme of that key, or null. */
export function getTheme(key: string): Theme | null {
  return byKey.get(key) ?? null;
}

/** All themes, the built-in six first. */
export function allThemes(): readonly Theme[] {
  return themes;
}
