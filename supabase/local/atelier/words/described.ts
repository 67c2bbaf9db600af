import {
  type Concept,
  findConcept,
  findNamed,
  foldWord,
  LANGUAGES,
  type Language,
  singularForms,
} from "../art/catalogue.ts";
import genders from "../art/child-genders.json" with { type: "json" };
import qualities from "./qualities.json" with { type: "json" };
import { findSynonym } from "./synonyms.ts";

/** A colour, a size or a mood: its masculine and its feminine where they differ; a German one without its ending. */
interface Quality extends Record<Language, string[]> {
  /** In French it stands before the thing: `un petit chat`. */
  isBefore?: boolean;
  /** Other words for it, and other forms of it. */
  also?: Partial<Record<Language, string[]>>;
}

/** A thing of the catalogue with what is said of it: `the big red bus`. */
export interface Described {
  concept: Concept;
  qualities: Quality[];
}

const germanEnding = /(e|er|es|en|em)$/;
const article = /^(the|an?|les?|la|une?|el|los|las|una|il|lo|gli|i|uno|der|die|das|eine?)$/;

const byWord = new Map<Language, Map<string, Quality>>();
for (const language of LANGUAGES)
  byWord.set(
    language,
    new Map(
      (qualities as Quality[]).flatMap((quality) =>
        [...quality[language], ...(quality.also?.[language] ?? [])].map(
          (word) => [foldWord(word), quality] as const,
        ),
      ),
    ),
  );

function qualityOf(word: string, language: Language): Quality | undefined {
  const forms = language === "de" ? [word, word.replace(germanEnding, "")] : singularForms(word, language);
  return forms.map((form) => byWord.get(language)?.get(form)).find(Boolean);
}

function thingNamed(word: string, language: Language): Concept | null {
  const synonym = findSynonym(word, language);
  return findNamed(word, language) ?? (synonym && findConcept(synonym.key));
}

/** Reads it in one language: nothing but qualities may stand before the thing, and where it is the custom after it. */
function readIn(language: Language, words: readonly string[]): Described | null {
  for (let length = Math.min(4, words.length - 1); length > 0; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) {
      const after = words.slice(at + length);
      if (after.length > 0 && (language === "en" || language === "de")) continue;
      const around = [...words.slice(0, at), ...after].map((word) => qualityOf(word, language));
      const said = around.filter((quality) => quality !== undefined);
      const concept =
        said.length === around.length && thingNamed(words.slice(at, at + length).join(" "), language);
      if (concept) return { concept, qualities: said };
    }
  return null;
}

/**
 * The thing that a name means with words of colour, size or mood around it, in the given language or in any; null where
 * any other word stands beside it: a `maison de poupée` is no house.
 */
export function findDescribed(label: string, language?: Language): Described | null {
  const words = foldWord(label).split(" ");
  const bare = article.test(words[0] ?? "") ? words.slice(1) : words;
  if (bare.length < 2) return null;
  const languages = language ? [language] : LANGUAGES;
  return languages.map((own) => readIn(own, bare)).find(Boolean) ?? null;
}

const gendered: readonly Language[] = ["fr", "es", "it", "de"];
const germanEndings: Record<string, string> = { m: "er", f: "e", n: "es" };
/** Are never declined. */
const isFixed = (word: string) => word === "rosa" || word === "lila";

/** What it is called, with its qualities; null for a plural, whose qualities have endings of their own. */
export function nameDescribed({ concept, qualities: said }: Described, language: Language): string | null {
  const name = concept.names[language];
  if (language === "en") return [...said.map(({ en: [word] }) => word), name].join(" ");
  const gender = (genders as Record<string, string>)[concept.key]?.[gendered.indexOf(language)];
  if (!gender || !/[mfn]/.test(gender)) return null;
  const formOf = (quality: Quality) => {
    const [first = "", second = first] = quality[language];
    if (language === "de") return isFixed(first) ? first : first + germanEndings[gender];
    return gender === "f" ? second : first;
  };
  const isBefore = (quality: Quality) =>
    language === "de" || (language === "fr" && quality.isBefore === true);
  const before = said.filter(isBefore).map(formOf);
  const after = said.filter((quality) => !isBefore(quality)).map(formOf);
  return [...before, name, ...after].join(" ");
}
