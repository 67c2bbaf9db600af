/** A word of an entry. `accented` is set where the accents decide (`=año`). */
export interface Pattern {
  plain: string;
  accented: string | null;
  /** `word`, `word*`, `*word` or `*word*`. */
  place: "whole" | "start" | "end" | "inside";
}

/** Words that may stand in one place of an entry; `group` where they are those of a group. */
export interface Unit {
  patterns: Pattern[];
  group: boolean;
}

/** An entry of a list: words that must follow each other, or come in this order, or stand near each other. */
export interface Entry {
  units: Unit[];
  order: "adjacent" | "ordered" | "near";
}

export type Groups = Readonly<Record<string, string>>;

const withoutAccents = (word: string) => (/^[a-z0-9]*$/.test(word) ? word : spelledOut(word));

const spelledOut = (word: string) =>
  word.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/œ/g, "oe").replace(/æ/g, "ae");

const typedUmlauts = (word: string) => word.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue");

function patternsOf(written: string): Pattern[] {
  const exact = written.startsWith("=");
  const word = written.replace(/^=/, "").replace(/^\*|\*$/g, "");
  const starts = written.endsWith("*");
  const place = starts
    ? written.startsWith("*")
      ? "inside"
      : "start"
    : written.startsWith("*")
      ? "end"
      : "whole";
  const accented = exact ? word.replace(/ß/g, "ss") : null;
  const patterns: Pattern[] = [{ plain: withoutAccents(word), accented, place }];
  const typed = typedUmlauts(word);
  if (typed !== word) patterns.push({ plain: withoutAccents(typed), accented: null, place });
  return patterns;
}

/** Units that were read before, by the groups that they were read with: groups are long and stand in many entries. */
const known = new WeakMap<Groups, Map<string, Unit>>();

function unitOf(written: string, groups: Groups): Unit {
  const before = known.get(groups)?.get(written);
  if (before) return before;
  const unit = readUnit(written, groups);
  if (!known.has(groups)) known.set(groups, new Map());
  known.get(groups)?.set(written, unit);
  return unit;
}

function readUnit(written: string, groups: Groups): Unit {
  const patterns = written.split("|").flatMap((alternative) => {
    if (!alternative.startsWith("@")) return patternsOf(alternative);
    const group = groups[alternative.slice(1)];
    if (group === undefined) throw new Error(`No group is called ${alternative}`);
    return group.split("|").flatMap(patternsOf);
  });
  return { patterns, group: written.startsWith("@") };
}

/**
 * Reads one entry: words apart by spaces follow each other, by ` > ` come in this order within a few words, by ` + `
 * stand within a few words of each other. A word may be `a|b`, a stem (`a*`, `*a`, `*a*`), a group (`@group`) or
 * decided by its accents (`=a`). Apostrophes and hyphens part words, as they do in prompts. Throws where a group is not known.
 */
export function parseEntry(written: string, groups: Groups): Entry {
  const order = written.includes(" > ") ? "ordered" : written.includes(" + ") ? "near" : "adjacent";
  const parts = written
    .toLowerCase()
    .replace(/['’-]/g, " ")
    .split(/ [>+] | /);
  return { units: parts.map((part) => unitOf(part, groups)), order };
}
