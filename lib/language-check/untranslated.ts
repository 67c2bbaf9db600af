import type { Language, Names } from "../contract/languages.ts";
import type { Verdict } from "./finding.ts";
import { foldName, withoutAccents } from "./fold.ts";
import international from "./international.json" with { type: "json" };

const shared = new Set(international);

/** Spellings that a language has in borrowed words at most. */
const english: Record<Exclude<Language, "en">, RegExp> = {
  fr: /[kw]|sh|th(?![éeèr])|oo|ee|ght|[aeo]y$|ing$|ck/u,
  es: /[kw]|sh|th|oo|ee|gh|ck|ss|tt|ll$|[^aeiouáéíóúnrlsdzyj]$/u,
  it: /[kwyjx]|sh|th|oo|ee|ght|ck|[^aeiouàèéìòù]$/u,
  de: /^(?!.*(?:sch|th)).*(?:[aeiou]w|sh|oo|ght|ey$|(?<!s)th|wh|y$)/u,
};

const fold = (name: string | null, language: Language) => withoutAccents(foldName(name ?? "", language));

/** Whether a name is the English one, and does not look like a word that both languages have. */
export function checkTranslated(names: Names, language: Language): Verdict | null {
  if (language === "en" || !names.en) return null;
  const word = fold(names.en, "en");
  if (word.length < 3 || shared.has(word) || fold(names[language], language) !== word) return null;
  const others = (["fr", "es", "it", "de"] as const).filter((other) => other !== language && names[other]);
  const alike = others.filter((other) => fold(names[other], other) === word);
  // Names of people, places and products are the same everywhere, and have a capital in English, too.
  const isName = /^\p{Lu}/u.test(names.en) && alike.length === others.length;
  if (isName || (alike.length === 0 && !english[language].test(word))) return null;
  return { rule: "untranslated", severity: "hint" };
}
