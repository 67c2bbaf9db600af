import { type Concept, foldWord, type Language } from "../art/catalogue.ts";
import { guessLanguage } from "../scene/subject.ts";
import type { Theme } from "./theme.ts";

/** What a universe about a wish is called. */
export interface Title {
  key: string;
  names: Record<Language, string>;
  /** True where the title is only what was typed. */
  review: Record<Language, boolean>;
}

const and: Record<Language, string> = { fr: "et", en: "and", es: "y", it: "e", de: "und" };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Two titles in one; Spanish says `e` before the sound of an i. */
function joinTitles(language: Language, before: string, after: string): string {
  const word = language === "es" && /^h?i(?![aeou])/i.test(after) ? "e" : and[language];
  return `${before} ${word} ${after}`;
}

function namesOf<T>(make: (language: Language) => T): Record<Language, T> {
  return { fr: make("fr"), en: make("en"), es: make("es"), it: make("it"), de: make("de") };
}

/** The title as it was typed: right in its own language, to be looked at in the others. */
export function asTyped(text: string, language?: Language): Title {
  const own = language ?? guessLanguage(text);
  return {
    key: foldWord(text).replaceAll(" ", "-") || "free",
    names: namesOf(() => text.trim()),
    review: namesOf((candidate) => candidate !== own),
  };
}

/** The title of one theme, or of several joined. */
export function titlesOf(themes: readonly Theme[]): Title {
  const join = (language: Language) =>
    themes
      .map((theme) => theme.names[language])
      .reduce((before, after) => joinTitles(language, before, after));
  return {
    key: themes.map((theme) => theme.key).join("-"),
    names: namesOf(join),
    review: namesOf(() => false),
  };
}

/** The title of a universe about one thing. */
export function titleOfThing({ key, names }: Concept): Title {
  return { key, names: namesOf((language) => capital(names[language])), review: namesOf(() => false) };
}
