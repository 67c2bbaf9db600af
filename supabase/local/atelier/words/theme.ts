import { type Concept, conceptsOfTheme, findConcept, LANGUAGES, type Language } from "../art/catalogue.ts";

/** A theme that people name in five languages. */
export interface Theme {
  key: string;
  /** Title of a universe about it. */
  names: Record<Language, string>;
  /** Words and phrases that mean it, in any of the languages; the titles are among them. */
  words: string[];
  /** What belongs to it, most typical first. */
  concepts: Concept[];
  /** Themes to fill up from when it is too small, nearest first. */
  near: string[];
  /** Said along with nearly any theme (`animals`): counts less than anything more precise. */
  isBroad: boolean;
  /**
   * Narrows another theme that is named with it. A kind says what is wanted at all (`vegetables` of the garden), a
   * property which of it (`red` fruit).
   */
  narrows: "kind" | "property" | null;
  /** Only says where or whose when another theme is named (`pirates at nursery`, `grandma's kitchen`). */
  isAside: boolean;
  /** Comes in its own order (`one two three`), which no seed may change. */
  isOrdered: boolean;
}

/** A theme as the lexicon's tables write it. Lists are separated by commas, keys by spaces. */
export interface ThemeRow {
  key: string;
  /** Titles in the order fr | en | es | it | de. */
  titles: string;
  words: string;
  /** Keys of concepts, in place of the catalogue's own list for this theme. */
  concepts?: string;
  /** Keys that follow the catalogue's own list. */
  more?: string;
  near?: string;
  broad?: true;
  narrows?: "kind" | "property";
  aside?: true;
  ordered?: true;
}

const split = (text: string | undefined, separator: string) =>
  (text ?? "")
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

/** Keys that a row names and the catalogue does not have; a test keeps this list empty for every row. */
export function missingConcepts(row: ThemeRow): string[] {
  return [...split(row.concepts, " "), ...split(row.more, " ")].filter(
    (key) => findConcept(key)?.key !== key,
  );
}

function readConcepts(keys: string | undefined): Concept[] {
  return split(keys, " ").flatMap((key) => {
    const concept = findConcept(key);
    return concept?.key === key ? [concept] : [];
  });
}

/** Reads one row, passing over concepts that the catalogue does not have. Throws when a title is missing. */
export function readThemeRow(row: ThemeRow): Theme {
  const titles = split(row.titles, "|");
  if (titles.length !== LANGUAGES.length) throw new Error(`Theme ${row.key} needs five titles.`);
  const order: Language[] = ["fr", "en", "es", "it", "de"];
  const names = Object.fromEntries(
    order.map((language, index) => [language, titles[index]]),
  ) as Theme["names"];
  const own = readConcepts(row.concepts);
  const added = readConcepts(row.more);
  const concepts = [...(own.length > 0 ? own : conceptsOfTheme(row.key)), ...added];
  return {
    key: row.key,
    names,
    words: [row.key.replaceAll("-", " "), ...titles, ...split(row.words, ",")],
    concepts: [...new Set(concepts)],
    near: split(row.near, " "),
    isBroad: row.broad ?? false,
    narrows: row.narrows ?? null,
    isAside: row.aside ?? false,
    isOrdered: row.ordered ?? false,
  };
}
