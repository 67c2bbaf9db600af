import { definiteArticle, type Gender, withArticle } from "../../art/articles.ts";
import type { Language } from "../../art/catalogue.ts";

/** How a noun is counted: `mass` is not (milk), `unique` things have no "a" (the sun), `bare` names no article (Mars). */
export interface NounClass {
  gender: Gender;
  number: "one" | "many" | "mass" | "unique" | "bare";
}

/** The phrases from which sentences are made, in the nominative, and what hangs on a noun's article. */
export interface Phrases {
  /** With the definite article: `l’ours`. */
  the: string;
  /** With the indefinite or partitive article: `un ours`, `du lait`, `des cerises`. */
  a: string;
  /** `de` or `of` before the definite phrase, contracted where the language contracts: `du lion`. German: `vom`. */
  of: string;
  /** `à` or `to` before the definite phrase, contracted: `al leone`. German: the dative. */
  to: string;
}

type Rules = (name: string, noun: NounClass, article: string, the: string) => Phrases;

const inFrench: Rules = (name, { gender, number }, article, the) => {
  const contracted: Record<string, [of: string, to: string]> = { le: ["du", "au"], les: ["des", "aux"] };
  const [du, au] = contracted[article] ?? [];
  const of = du ? `${du} ${name}` : `${/^[aeiouéh]/i.test(the) ? "d’" : "de "}${the}`;
  const to = au ? `${au} ${name}` : `à ${the}`;
  const a = number === "one" ? `${gender === "f" ? "une" : "un"} ${name}` : number === "unique" ? the : of;
  return { the, a, of, to };
};

const inEnglish: Rules = (name, { number }, _article, the) => {
  const a = /^([aeio]|u(?!k|ni|se))/i.test(name) ? `an ${name}` : `a ${name}`;
  return {
    the,
    a: number === "one" ? a : number === "unique" ? the : name,
    of: `of ${the}`,
    to: `to ${the}`,
  };
};

const inSpanish: Rules = (name, { number }, article, the) => {
  const indefinite: Record<string, string> = { el: "un", la: "una", los: "unos", las: "unas" };
  const isCounted = number === "one" || number === "many";
  const a = number === "unique" ? the : isCounted ? `${indefinite[article]} ${name}` : name;
  const isContracted = article === "el";
  return {
    the,
    a,
    of: isContracted ? `del ${name}` : `de ${the}`,
    to: isContracted ? `al ${name}` : `a ${the}`,
  };
};

/** The article as it is after di and a: de-l, de-lla, a-gli. */
const ITALIAN_JOINED: Record<string, string> = {
  il: "l ",
  lo: "llo ",
  la: "lla ",
  "l’": "ll’",
  i: "i ",
  gli: "gli ",
  le: "lle ",
};

const inItalian: Rules = (name, { gender, number }, article, the) => {
  const joined = (ITALIAN_JOINED[article] ?? "") + name;
  const feminine = article === "l’" ? `un’${name}` : `una ${name}`;
  const masculine = article === "lo" ? `uno ${name}` : `un ${name}`;
  const one = gender === "f" ? feminine : masculine;
  const a = number === "one" ? one : number === "unique" ? the : `de${joined}`;
  return { the, a, of: `de${joined}`, to: `a${joined}` };
};

const inGerman: Rules = (name, { gender, number }, _article, the) => {
  const one = `${gender === "f" ? "eine" : "ein"} ${name}`;
  const many = `den ${/e[lr]?$/.test(name) ? `${name}n` : name}`;
  const to = number === "many" ? many : `${gender === "f" ? "der" : "dem"} ${name}`;
  return { the, a: number === "one" ? one : number === "unique" ? the : name, of: vom(to), to };
};

/** A German dative after `von`, which swallows `dem`. */
export function vom(dative: string): string {
  return `von ${dative}`.replace(/^von dem /, "vom ");
}

const OF: Record<Language, string> = { fr: "de ", en: "of ", es: "de ", it: "di ", de: "von " };
const TO: Record<Language, string> = { fr: "à ", en: "to ", es: "a ", it: "a ", de: "" };
const RULES: Record<Language, Rules> = {
  fr: inFrench,
  en: inEnglish,
  es: inSpanish,
  it: inItalian,
  de: inGerman,
};

/** The phrases of a noun in a language; German weak nouns and nouns with an adjective need forms of their own. */
export function phrasesOf(language: Language, name: string, noun: NounClass): Phrases {
  if (noun.number === "bare") return { the: name, a: name, of: OF[language] + name, to: TO[language] + name };
  const article = definiteArticle(language, name, noun.gender);
  return RULES[language](name, noun, article, withArticle(article, name));
}
