import { type Language, languages } from "../../contract/languages.ts";
import type { Category } from "../categories.ts";
import { type WordLists, wordLists } from "../lists.ts";
import { type Entry, parseEntry, type Unit } from "./parse-entry.ts";
import { growTree, type Leaf, type Tree } from "./tree.ts";

/** An entry as it is looked for: numbers of units instead of words. `category` is null where it says what is harmless. */
export interface Rule {
  category: Category | null;
  language: Language;
  /** The language's bit. */
  bit: number;
  units: readonly number[];
  /** The index of the unit that the rule is found by. */
  anchor: number;
  order: "adjacent" | "ordered" | "near";
}

/** All entries of all languages, ready to be looked for. */
export interface Lexicon {
  /** Words by their beginning, and words that may stand anywhere in a word. */
  starts: Tree;
  inner: Tree;
  /** By unit, the languages (a bit each) in which it is a refused word, part of a refused phrase, or a group. */
  pieces: readonly number[];
  /** The same without parts of phrases, which are often short and everyday. */
  strongPieces: readonly number[];
  /** By everyday short word, the languages (a bit each) that have it. */
  short: ReadonlyMap<string, number>;
  /** By unit, the languages (a bit each) that know it. */
  knownIn: readonly number[];
  /** What is harmless and what is refused, by the unit of the anchor. */
  waivers: readonly (readonly Rule[] | undefined)[];
  refusals: readonly (readonly Rule[] | undefined)[];
}

/** The bit of a language, in numbers that hold several. */
export function bitOf(language: Language): number {
  return 1 << languages.indexOf(language);
}

type Listed = readonly [
  language: Language,
  category: Category | null,
  entries: string,
  groups: WordLists["groups"],
];

function* everyList(): Generator<Listed> {
  for (const language of languages) {
    const { groups, harmless, blocked } = wordLists[language];
    yield [language, null, harmless, groups];
    for (const [category, entries] of Object.entries(blocked)) {
      yield [language, category as Category, entries, groups];
    }
  }
}

function shortWords(): Map<string, number> {
  const found = new Map<string, number>();
  for (const language of languages) {
    for (const word of wordLists[language].short.split(", ")) {
      found.set(word, (found.get(word) ?? 0) | bitOf(language));
    }
  }
  return found;
}

function unitNumbers(starts: [string, Leaf][], inner: [string, Leaf][]) {
  const numbers = new Map<string, number>();
  const before = new Map<Unit, number>();
  const numberOf = ({ patterns }: Unit): number => {
    const key = patterns.map(({ plain, accented, place }) => `${place} ${accented ?? plain}`).join("|");
    const same = numbers.get(key);
    if (same !== undefined) return same;
    const unit = numbers.size;
    numbers.set(key, unit);
    for (const { plain, accented, place } of patterns) {
      const leaf = { unit, accented, whole: place === "whole" || place === "end" };
      (place === "whole" || place === "start" ? starts : inner).push([plain, leaf]);
    }
    return unit;
  };
  return (unit: Unit): number => {
    const number = before.get(unit) ?? numberOf(unit);
    before.set(unit, number);
    return number;
  };
}

/** The word that is looked for first: the first of a phrase, else one that is no group, because those are frequent. */
function anchorOf({ units, order }: Entry): number {
  if (order === "adjacent") return 0;
  const alone = units.findIndex((unit) => !unit.group);
  return Math.max(alone, 0);
}

function compile(): Lexicon {
  const starts: [string, Leaf][] = [];
  const inner: [string, Leaf][] = [];
  const pieces: number[] = [];
  const strongPieces: number[] = [];
  const knownIn: number[] = [];
  const waivers: Rule[][] = [];
  const refusals: Rule[][] = [];
  const numberOf = unitNumbers(starts, inner);
  const mark = (bits: number[], unit: number, bit: number) => {
    bits[unit] = (bits[unit] ?? 0) | bit;
  };
  for (const [language, category, entries, groups] of everyList()) {
    const bit = bitOf(language);
    for (const written of entries.split(", ")) {
      const entry = parseEntry(written, groups);
      const units = entry.units.map(numberOf);
      const anchor = anchorOf(entry);
      const rule: Rule = { category, language, bit, units, anchor, order: entry.order };
      for (const [index, unit] of units.entries()) {
        mark(knownIn, unit, bit);
        const strong = category !== null && (entry.units[index]?.group || units.length === 1);
        if (strong) mark(strongPieces, unit, bit);
        if (strong || (category !== null && entry.order === "adjacent")) mark(pieces, unit, bit);
      }
      const rules = category === null ? waivers : refusals;
      const key = units[anchor] as number;
      rules[key] ??= [];
      rules[key]?.push(rule);
    }
  }
  const trees = { starts: growTree(starts), inner: growTree(inner) };
  return { ...trees, pieces, strongPieces, short: shortWords(), knownIn, waivers, refusals };
}

let compiled: Lexicon | undefined;

/** The lexicon of all languages; it is made of the lists when it is first asked for. */
export function lexicon(): Lexicon {
  compiled ??= compile();
  return compiled;
}
