import { type Language, languages } from "../../contract/languages.ts";
import type { Find } from "../match/look.ts";
import { addressPatterns } from "./addresses.ts";
import { findPhones } from "./phones.ts";

const mail = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63}){1,4}/u;
const spokenMail =
  /[\p{L}\d._-]{1,40}\s?[([{]?\s?(?:at|arobase|arroba|chiocciola)\s?[)\]}]?\s?[\p{L}\d-]{2,40}\s?(?:\.|dot|point|punto|punkt)\s?(?:com|net|org|fr|de|es|it|eu|uk|io)\b/iu;
const account = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b/;

function first(text: string, pattern: RegExp, language: Language): Find[] {
  const match = pattern.exec(text);
  if (!match) return [];
  return [{ category: "personal_data", language, start: match.index, end: match.index + match[0].length }];
}

/**
 * E-mail addresses, telephone numbers, cards, accounts and street addresses in a text. Streets are found as all five
 * languages write them; what belongs to no language is found in the one given.
 */
export function findPersonalData(text: string, language: Language): Find[] {
  return [
    ...first(text, mail, language),
    ...first(text, spokenMail, language),
    ...first(text, account, language),
    ...findPhones(text).map(([start, end]): Find => ({ category: "personal_data", language, start, end })),
    ...languages.flatMap((other) => addressPatterns[other].flatMap((pattern) => first(text, pattern, other))),
  ];
}
