import { ALIASES } from "./aliases.ts";
import concepts from "./concepts.json" with { type: "json" };

export type Language = "fr" | "en" | "es" | "it" | "de";

/** A thing a child can name: its words in five languages, the themes it belongs to and the art that shows it. */
export type Concept = {
  /** Stable English key in kebab case, for instance `fire-engine`. */
  key: string;
  /** The word without article, lower case except German nouns and proper names. */
  names: Record<Language, string>;
  /** The definite article of each name (`der`, `l’`), empty where none is said. */
  articles: Record<Language, string>;
  /** Every theme the concept belongs to, built-in ones first. */
  themes: string[];
  /** Further search words per language (from Unicode CLDR); may repeat parts of the name. */
  tags: Record<Language, string[]>;
  /** Token of the art library: an icon, a plush body over a face, or a drawn machine. */
  art: string;
};

export const LANGUAGES: Language[] = ["fr", "en", "es", "it", "de"];

/** Plural endings and what stands there in the singular (German umlauts are folded away before). */
const PLURALS: Record<Language, [ending: RegExp, replacement: string][]> = {
  fr: [
    [/[sx]$/, ""],
    [/aux$/, "al"],
  ],
  en: [
    [/ies$/, "y"],
    [/s$/, ""],
    [/es$/, ""],
    [/ves$/, "f"],
  ],
  es: [
    [/s$/, ""],
    [/es$/, ""],
    [/ces$/, "z"],
  ],
  it: [
    [/i$/, "o"],
    [/i$/, "e"],
    [/i$/, "a"],
    [/he$/, "a"],
    [/hi$/, "o"],
    [/e$/, "a"],
  ],
  de: [
    [/n$/, ""],
    [/e$/, ""],
    [/en$/, ""],
    [/er$/, ""],
    [/s$/, ""],
  ],
};

const all = concepts.concepts as Concept[];
const order = concepts.themes as Record<string, string[]>;
const byKey = new Map(all.map((concept) => [concept.key, concept]));
const byWord = new Map<string, Map<Language, Concept>>();
for (const language of LANGUAGES) for (const concept of all) name(concept, language, concept.names[language]);
// A name always goes before another concept's alias.
for (const [key, words] of Object.entries(ALIASES))
  for (const language of LANGUAGES)
    for (const word of words[language]?.split(",") ?? []) {
      const concept = byKey.get(key);
      if (concept) name(concept, language, word);
    }

function name(concept: Concept, language: Language, word: string): void {
  const owners = byWord.get(foldWord(word)) ?? new Map<Language, Concept>();
  if (!owners.has(language)) owners.set(language, concept);
  byWord.set(foldWord(word), owners);
}

/** Every concept, built-in themes first, in a stable order. */
export function allConcepts(): Concept[] {
  return all;
}

/** The names of all themes, the six built-in ones first. */
export function allThemes(): string[] {
  return Object.keys(order);
}

/** The concepts of a theme, most typical first; empty for a theme the catalogue does not know. */
export function conceptsOfTheme(theme: string): Concept[] {
  return (order[theme] ?? []).flatMap((key) => byKey.get(key) ?? []);
}

/**
 * Finds a concept by its key or by its name in the given language, else in any; accents, case, a leading
 * article and the plural do not matter.
 */
export function findConcept(label: string, language?: Language): Concept | null {
  const exact = byKey.get(label.trim());
  if (exact) return exact;
  const folded = foldWord(label);
  const words = [folded, withoutArticle(folded)];
  const inLanguage = language && words.map((word) => findNamed(word, language)).find(Boolean);
  if (inLanguage) return inLanguage;
  return (
    words
      .map((word) => byKey.get(word.replaceAll(" ", "-")) ?? findNamed(word, null))
      .find((found) => found) ?? null
  );
}

/** Finds a concept whose name in the given language (in any, when null) is these folded words, singular or plural. */
export function findNamed(words: string, language: Language | null): Concept | null {
  for (const form of pluralForms(words, language)) {
    const owners = byWord.get(form);
    const found = language ? owners?.get(language) : owners?.values().next().value;
    if (found) return found;
  }
  return null;
}

/** Either the last word of a name is in the plural (`fire engines`) or its first (`camions de pompiers`). */
function pluralForms(words: string, language: Language | null): string[] {
  const [first = "", ...rest] = words.split(" ");
  if (!rest.length) return singularForms(first, language);
  const last = rest.pop() ?? "";
  const head = [first, ...rest].join(" ");
  return [
    ...singularForms(last, language).map((form) => `${head} ${form}`),
    ...singularForms(first, language).map((form) => [form, ...rest, last].join(" ")),
  ];
}

/** Lower case, without accents or punctuation: the form in which words are compared. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The word without a leading article of the five languages. */
function withoutArticle(folded: string): string {
  return folded.replace(
    /^(the|an?|les?|la|l|une?|des?|du|el|los|las|una?|un|unos|unas|il|lo|gli|i|uno|der|die|das|ein|eine|einen) /,
    "",
  );
}

/** The forms a folded plural may have in the singular, most likely first; the word itself leads. */
export function singularForms(folded: string, language: Language | null): string[] {
  const forms = (Object.keys(PLURALS) as Language[])
    .filter((known) => !language || known === language)
    .flatMap((known) => PLURALS[known])
    .filter(([ending]) => ending.test(folded) && folded.length > 3)
    .map(([ending, replacement]) => folded.replace(ending, replacement));
  return [...new Set([folded, ...forms])];
}
