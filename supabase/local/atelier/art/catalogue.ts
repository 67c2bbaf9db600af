import concepts from "./concepts.json" with { type: "json" };

export type Language = "fr" | "en" | "es" | "it" | "de";

/** A thing a child can name: its words in five languages, the themes it belongs to and the art that shows it. */
export type Concept = {
  /** Stable English key in kebab case, for instance `fire-engine`. */
  key: string;
  /** The word without article, lower case except German nouns and proper names. */
  names: Record<Language, string>;
  /** Every theme the concept belongs to, built-in ones first. */
  themes: string[];
  /** Further search words per language (from Unicode CLDR); may repeat parts of the name. */
  tags: Record<Language, string[]>;
  /** Token of the art library: an icon, a plush body over a face, or a drawn machine. */
  art: string;
};

export const LANGUAGES: Language[] = ["fr", "en", "es", "it", "de"];

const all = concepts.concepts as Concept[];
const order = concepts.themes as Record<string, string[]>;
const byKey = new Map(all.map((concept) => [concept.key, concept]));
const byWord = new Map<string, Map<Language, Concept>>();
for (const language of LANGUAGES)
  for (const concept of all)
    for (const word of [foldWord(concept.names[language]), singular(foldWord(concept.names[language]))]) {
      const owners = byWord.get(word) ?? new Map<Language, Concept>();
      if (!owners.has(language)) owners.set(language, concept);
      byWord.set(word, owners);
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

/** Finds a concept by its key or by its name in the given language, else in any; accents, case and plural do not matter. */
export function findConcept(label: string, language?: Language): Concept | null {
  const exact = byKey.get(label.trim());
  if (exact) return exact;
  const folded = foldWord(label);
  for (const word of [folded, withoutArticle(folded), singular(withoutArticle(folded))]) {
    const key = byKey.get(word.replaceAll(" ", "-"));
    const owners = byWord.get(word);
    const found = (language && owners?.get(language)) ?? key ?? owners?.values().next().value;
    if (found) return found;
  }
  return null;
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

/** A crude singular, good enough to bring `pulpos`, `foxes` or `bateaux` to one form on both sides. */
export function singular(folded: string): string {
  if (folded.length < 4) return folded;
  return folded
    .replace(/eaux$/, "eau")
    .replace(/ies$/, "y")
    .replace(/(ch|sh|x|s)es$/, "$1")
    .replace(/([^s])s$/, "$1");
}
