import { type Concept, foldWord, LANGUAGES, type Language, singularForms } from "../../art/catalogue.ts";
import { type Articles, articlesOf, type NounClass } from "./articles.ts";
import nouns from "./nouns.json" with { type: "json" };

/** A noun ready for sentences of one language. */
export interface NounPhrase extends Articles {
  name: string;
  /** German accusative with the definite article; the same as `the` elsewhere. */
  den: string;
  /** Which of a template's alternatives agrees: masculine, feminine, neuter (German) or plural ones. */
  form: number;
}

const codes: Readonly<Record<string, string>> = nouns.codes;
const clearerNames: Readonly<Record<string, Partial<Record<Language, string>>>> = nouns.names;
const germanForms: Readonly<Record<string, string[]>> = nouns.germanForms;
const germanWeak: Readonly<Record<string, string>> = nouns.germanWeak;
const numbers = { p: "many", u: "mass", d: "unique", x: "bare" } as const;

/** Reads a code: `f`, `mp` (many), `fu` (mass), `md` (unique), `mx` (bare); English has the second letter alone. */
function readCode(code: string): NounClass {
  const gender = /^[mfn]/.exec(code)?.[0] as NounClass["gender"] | undefined;
  const number = numbers[code.at(-1) as keyof typeof numbers] ?? "one";
  return { gender: gender ?? "m", number };
}

function formOf(language: Language, { gender, number }: NounClass): number {
  if (language === "en") return number === "many" ? 1 : 0;
  if (language === "de") return number === "many" ? 3 : "mfn".indexOf(gender);
  return (number === "many" ? 2 : 0) + (gender === "f" ? 1 : 0);
}

/** The German phrase with the endings that only weak nouns and nouns with an adjective have. */
function inflect(key: string, phrase: NounPhrase, noun: NounClass): NounPhrase {
  const [the, den, to] = germanForms[key] ?? [];
  if (the && den && to) return { ...phrase, the, den, to, of: `von ${to}`.replace(/^von dem /, "vom ") };
  const isMasculine = noun.gender === "m" && noun.number !== "many" && noun.number !== "bare";
  if (!isMasculine) return { ...phrase, den: phrase.the };
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
  const code = codes[concept.key]?.split(" ")[LANGUAGES.indexOf(language)];
  if (!code || (givenName && !isNameOf(concept, givenName, language))) return null;
  const name = clearerNames[concept.key]?.[language] ?? concept.names[language];
  const noun = readCode(code);
  const articles = articlesOf(language, name, noun);
  const phrase = { ...articles, name, den: articles.the, form: formOf(language, noun) };
  return language === "de" ? inflect(concept.key, phrase, noun) : phrase;
}
