import type { Gender } from "../../art/articles.ts";
import { type Concept, foldWord, type Language, singularForms } from "../../art/catalogue.ts";
import genders from "../../art/child-genders.json" with { type: "json" };
import nouns from "./nouns.json" with { type: "json" };
import { type NounClass, type Phrases, phrasesOf, vom } from "./phrases.ts";

/** A noun ready for sentences of one language. */
export interface NounPhrase extends Phrases {
  name: string;
  /** German accusative with the definite article; the same as `the` elsewhere. */
  den: string;
  /** Which of a template's alternatives agrees: masculine, feminine, neuter (German) or plural ones. */
  form: number;
}

/** A clearer noun for sentences than the word of the card: nobody lends a tennis, but a tennis ball. */
type Clearer = { genders: string; names: Record<Language, string> };

const codes: Readonly<Record<string, string>> = genders;
const clearer: Readonly<Record<string, Clearer>> = nouns.clearer;
const germanForms: Readonly<Record<string, string[]>> = nouns.germanForms;
const germanWeak: Readonly<Record<string, string>> = nouns.germanWeak;
const keysOf = (list: string) => new Set(list.split(" "));
const unique = keysOf(nouns.unique);
const mass = keysOf(nouns.mass);
const englishMass = keysOf(nouns.englishMass);
const englishPlural = keysOf(nouns.englishPlural);

/** The order of the letters in the table of genders; English has one only for words without an article. */
const CODE_ORDER: Language[] = ["fr", "es", "it", "de", "en"];

function classOf(key: string, language: Language): NounClass | null {
  const code = clearer[key]?.genders ?? codes[key];
  if (!code) return null;
  const gender = (code[CODE_ORDER.indexOf(language)] ?? "m") as Gender;
  const isMany = language === "en" ? englishPlural.has(key) : /[MFP]/.test(gender);
  const isMass = mass.has(key) || (language === "en" && englishMass.has(key));
  if (gender === "-") return { gender, number: "bare" };
  return { gender, number: isMany ? "many" : unique.has(key) ? "unique" : isMass ? "mass" : "one" };
}

function formOf(language: Language, { gender, number }: NounClass): number {
  if (language === "en") return number === "many" ? 1 : 0;
  if (language === "de") return number === "many" ? 3 : Math.max(0, "mfn".indexOf(gender));
  return Math.max(0, "mfMF".indexOf(gender));
}

/** The German phrase with the endings that only weak nouns and nouns with an adjective have. */
function inflect(key: string, phrase: NounPhrase, noun: NounClass): NounPhrase {
  const [the, den, to] = germanForms[key] ?? [];
  if (the && den && to) return { ...phrase, the, den, to, of: vom(to) };
  if (noun.gender !== "m") return phrase;
  const name = germanWeak[key] ?? phrase.name;
  return { ...phrase, den: `den ${name}`, to: `dem ${name}`, of: `vom ${name}` };
}

/** Whether these are the words of that concept in that language, singular or plural, whatever the accents and case. */
function isNameOf(concept: Concept, name: string, language: Language): boolean {
  const own = foldWord(concept.names[language]);
  return singularForms(foldWord(name), language).includes(own);
}

/**
 * The noun of a concept in a language, or null when its gender is not known or the given name is another word: then
 * only sentences that need no grammar are safe.
 */
export function nounPhrase(concept: Concept, language: Language, givenName?: string): NounPhrase | null {
  const noun = classOf(concept.key, language);
  if (!noun || (givenName && !isNameOf(concept, givenName, language))) return null;
  const name = clearer[concept.key]?.names[language] ?? concept.names[language];
  const phrases = phrasesOf(language, name, noun);
  const phrase = { ...phrases, name, den: phrases.the, form: formOf(language, noun) };
  return language === "de" ? inflect(concept.key, phrase, noun) : phrase;
}
