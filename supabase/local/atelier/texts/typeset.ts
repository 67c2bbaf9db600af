import type { Language } from "../art/catalogue.ts";

/** The no-break spaces that French puts around its marks: narrow before ! ? and ;, wide before : and inside « ». */
function spaceFrench(text: string): string {
  return text
    .replace(/ ?([!?;])/g, "\u202f$1")
    .replace(/ ?:(?= )/g, "\u00a0:")
    .replace(/« ?/g, "«\u00a0")
    .replace(/ ?»/g, "\u00a0»");
}

/** The text as it is printed in that language: a capital at the start of each sentence, French spaces, ’ for '. */
export function typeset(language: Language, text: string): string {
  const tidy = text.replace(/\s+/g, " ").replace(/'/g, "’").trim();
  const capitals = tidy.replace(/(^|[.!?] )([¡¿]?)(\p{Ll})/gu, (_, before, marks, letter) => {
    return `${before}${marks}${letter.toLocaleUpperCase(language)}`;
  });
  return language === "fr" ? spaceFrench(capitals) : capitals;
}

const QUOTES: Record<Language, [string, string]> = {
  fr: ["« ", " »"],
  en: ["“", "”"],
  es: ["«", "»"],
  it: ["«", "»"],
  de: ["„", "“"],
};

/** The words in the quotation marks of the language. */
export function quote(language: Language, words: string): string {
  return QUOTES[language].join(words);
}
