import { foldWord, LANGUAGES, type Language, singularForms } from "../art/catalogue.ts";
import aliases from "./aliases.json" with { type: "json" };

/** Another word for a concept of the catalogue: a young animal, a pet name, a word of another region. */
export interface Synonym {
  key: string;
  language: Language;
  /** As it is written. */
  word: string;
}

/** Plurals that no ending tells. */
const irregular: Partial<Record<Language, Record<string, string>>> = {
  it: { uova: "uovo", dita: "dito", braccia: "braccio", orecchie: "orecchio", ginocchia: "ginocchio" },
  fr: { yeux: "œil", cieux: "ciel" },
  en: {
    mice: "mouse",
    geese: "goose",
    feet: "foot",
    teeth: "tooth",
    children: "child",
    men: "man",
    women: "woman",
  },
};

/** The singular of a plural that has to be learnt (`mice`), else the word itself. */
export function singularOf(word: string, language: Language): string {
  return irregular[language]?.[foldWord(word).replace(/^(the|les|le|gli) /, "")] ?? word;
}

const byWord = new Map<string, Synonym[]>();
for (const [key, words] of Object.entries(aliases as Record<string, Partial<Record<Language, string[]>>>))
  for (const language of LANGUAGES)
    for (const word of words[language] ?? []) {
      const folded = foldWord(word);
      byWord.set(folded, [...(byWord.get(folded) ?? []), { key, language, word }]);
    }

/** The synonym that a word is, in the language if one is given; articles, accents, case and plurals do not matter. */
export function findSynonym(label: string, language?: Language): Synonym | null {
  const folded = foldWord(label);
  const bare = folded.replace(/^(the|les?|la|el|los|las|il|lo|gli|i|der|die|das|une?|un[ao]?|eine?) /, "");
  const forms = [folded, bare].flatMap((words) => singularForms(words, language ?? null));
  for (const form of forms) {
    const found = byWord.get(form)?.find((synonym) => !language || synonym.language === language);
    if (found) return found;
  }
  return null;
}
