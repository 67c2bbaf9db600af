import { type Language, languages } from "../contract/languages.ts";

const fold = (text: string) =>
  text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[:.]$/, "");

function namesOf(language: Language): string[] {
  const said = languages.map((locale) => new Intl.DisplayNames(locale, { type: "language" }).of(language));
  return [language, ...said.map((name) => fold(name ?? ""))];
}

let known: Map<string, Language> | null = null;

/** The language that a heading names, by its code (`de`, `DE`, `de-CH`) or by its name in any of the five; else null. */
export function readLanguage(heading: string): Language | null {
  known ??= new Map(languages.flatMap((language) => namesOf(language).map((name) => [name, language])));
  const word = fold(heading);
  return known.get(word) ?? known.get(/^([a-z]{2})[-_][a-z]{2}$/.exec(word)?.[1] ?? "") ?? null;
}
