import { definiteArticle, type Gender } from "../art/articles.ts";
import { foldWord, LANGUAGES, type Language, singularForms } from "../art/catalogue.ts";
import rows from "./more-words.json" with { type: "json" };

/** A usual children's word that no picture of the catalogue shows. */
export interface Word {
  key: string;
  names: Record<Language, string>;
  articles: Record<Language, string>;
}

function readRow([key = "", fr = "", en = "", es = "", it = "", de = "", genders = ""]: string[]): Word {
  const [f, s, i, d] = genders as Iterable<Gender>;
  return {
    key,
    names: { fr, en, es, it, de },
    articles: {
      fr: definiteArticle("fr", fr, f ?? "-"),
      en: definiteArticle("en", en, "m"),
      es: definiteArticle("es", es, s ?? "-"),
      it: definiteArticle("it", it, i ?? "-"),
      de: definiteArticle("de", de, d ?? "-"),
    },
  };
}

const words = rows.map(readRow);
const byName = new Map<string, Map<Language, Word>>();
for (const word of words)
  for (const language of LANGUAGES) {
    const folded = foldWord(word.names[language]);
    const owners = byName.get(folded) ?? new Map<Language, Word>();
    if (!owners.has(language)) owners.set(language, word);
    byName.set(folded, owners);
  }

/** The word of that name, singular or plural, in the language if one is given, else in any. */
export function findWord(label: string, language?: Language): Word | null {
  const folded = foldWord(label);
  const bare = folded.replace(/^(the|les?|la|l|el|los|las|il|lo|gli|i|der|die|das|une?|un[ao]?|eine?) /, "");
  for (const form of [folded, bare].flatMap((text) => singularForms(text, language ?? null))) {
    const owners = byName.get(form);
    const found = language ? owners?.get(language) : owners?.values().next().value;
    if (found) return found;
  }
  return null;
}

/** All of them, for the tests that read them. */
export function allWords(): readonly Word[] {
  return words;
}
