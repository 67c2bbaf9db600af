import {
  type Concept,
  findConcept,
  findNamed,
  foldWord,
  LANGUAGES,
  type Language,
  singularForms,
} from "../art/catalogue.ts";
import { findDescribed, nameDescribed } from "./described.ts";
import { allThemes } from "./lexicon.ts";
import { findWord } from "./more-words.ts";
import { identify } from "./search.ts";
import { findSynonym, singularOf } from "./synonyms.ts";
import { stem } from "./tokens.ts";

export interface Translation {
  /** Key of the concept, word or theme, null for a word that is not known. */
  key: string | null;
  known: boolean;
  names: Record<Language, string>;
  /** The definite article of each name (`der`, `l’`), empty where none is said or none is known. */
  articles: Record<Language, string>;
  /** True where a person should look at the name, since it is only what was typed. */
  review: Record<Language, boolean>;
}

const reviewed: Record<Language, boolean> = { fr: false, en: false, es: false, it: false, de: false };
const none: Record<Language, string> = { fr: "", en: "", es: "", it: "", de: "" };

/** Flags for a text that is right in its own language only; without one, in none. */
function reviewIn(own: Language | null | undefined): Record<Language, boolean> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, language !== own])) as Record<
    Language,
    boolean
  >;
}

type Named = Pick<Concept, "key" | "names" | "articles">;

const known = ({ key, names, articles }: Named): Translation => ({
  key,
  known: true,
  names,
  articles,
  review: reviewed,
});

/** A synonym stands for its concept, and stays itself in its own language. */
function fromSynonym(label: string, language?: Language): Translation | null {
  const synonym = findSynonym(label, language);
  const concept = synonym && findConcept(synonym.key);
  if (!concept) return null;
  const own = synonym.language;
  return {
    ...known(concept),
    names: { ...concept.names, [own]: synonym.word },
    articles: { ...concept.articles, [own]: "" },
  };
}

/** `Roter Bagger` is `red excavator`; where its words cannot be given their endings, the bare thing is for review. */
function fromDescribed(text: string, language?: Language): Translation | null {
  const described = findDescribed(text, language);
  if (!described) return null;
  const { concept } = described;
  const said = LANGUAGES.map(
    (own) => [own, own === language ? text : nameDescribed(described, own)] as const,
  );
  return {
    key: concept.key,
    known: said.every(([, name]) => name !== null),
    names: { ...concept.names, ...Object.fromEntries(said.filter(([, name]) => name !== null)) },
    articles: none,
    review: { ...reviewed, ...Object.fromEntries(said.map(([own, name]) => [own, name === null])) },
  };
}

const withoutArticle = (text: string) =>
  foldWord(text).replace(/^(the|les?|la|l|el|los|las|il|lo|gli|i|der|die|das|une?|un[ao]?|eine?) /, "");
const rootOf = (text: string) => text.split(" ").map(stem).join(" ");

/** The concept that bears this very name; the catalogue also knows others by it (`puppy` for a dog). */
function named(text: string, language: Language): Concept | null {
  const bare = withoutArticle(text);
  const concept = findNamed(foldWord(text), language) ?? findNamed(bare, language);
  if (!concept) return null;
  const name = foldWord(concept.names[language]);
  const isPlural = bare.includes(" ")
    ? rootOf(bare) === rootOf(name)
    : singularForms(bare, language).includes(name);
  return isPlural || foldWord(text) === name ? concept : null;
}

/**
 * The word in its own language only, so that `Boot` is a boat in German whatever it is in English. The same letters with
 * the same accents go first: in Spanish `papá` is a father and `papa` a potato.
 */
function inItsLanguage(text: string, language: Language): Translation | null {
  const found = [named(text, language), findWord(text, language)].flatMap((word) =>
    word ? known(word) : [],
  );
  const all = [...found, ...[fromSynonym(text, language)].flatMap((synonym) => synonym ?? [])];
  const spelt = all.find(({ names }) => text.toLowerCase().endsWith(names[language].toLowerCase()));
  return spelt ?? all[0] ?? null;
}

function titleOf(text: string, language?: Language): Translation | null {
  const folded = foldWord(text);
  const languages = language ? [language] : LANGUAGES;
  const theme = allThemes().find(({ names }) => languages.some((own) => foldWord(names[own]) === folded));
  return theme ? { key: theme.key, known: true, names: theme.names, articles: none, review: reviewed } : null;
}

function unknown(text: string, language?: Language): Translation {
  return {
    key: null,
    known: false,
    names: { fr: text, en: text, es: text, it: text, de: text },
    articles: none,
    review: reviewIn(language),
  };
}

/** What the word means in another language is no more than a guess: a German `Gift` is no present. */
function guess(text: string, language: Language): Translation {
  const other = findConcept(text) ?? findWord(text);
  if (!other) return unknown(text, language);
  return {
    ...known(other),
    known: false,
    names: { ...other.names, [language]: text },
    articles: { ...other.articles, [language]: "" },
    review: reviewIn(language),
  };
}

/**
 * The name of one thing in all five languages, or the title of a theme, with articles. The language of the label, where
 * given, decides between words that mean different things. A word that its language does not know is not `known`: it stays
 * as it was typed, or is a guess from another language, for review in every language but its own.
 */
export function nameIn(label: string, language?: Language): Translation {
  const text = label.trim();
  if (language) {
    const own = inItsLanguage(text, language) ?? inItsLanguage(singularOf(text, language), language);
    return own ?? titleOf(text, language) ?? fromDescribed(text, language) ?? guess(text, language);
  }
  const [exact] = LANGUAGES.flatMap((candidate) => named(text, candidate) ?? []);
  const word = exact ?? findWord(text);
  if (word) return known(word);
  const other = titleOf(text) ?? fromSynonym(text) ?? fromDescribed(text);
  if (other) return other;
  const similar = identify(text);
  return similar ? known(similar) : unknown(text);
}
