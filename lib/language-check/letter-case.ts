import type { Language, Names } from "../contract/languages.ts";
import { splitArticle } from "./articles.ts";
import type { Verdict } from "./finding.ts";
import { isProper } from "./proper-words.ts";

/** How the names of a deck begin in one language: with a small letter, with a capital, or all in capitals. */
export type LetterStyle = "small" | "large" | "capitals";

const first = /\p{L}/u;

/** Whether a name of so many letters or more has no small one; a short one alone may be a short form (`TGV`, `NASA`). */
function isAllCapitals(name: string, fewest = 5): boolean {
  const letters = name.match(/\p{L}/gu) ?? [];
  return letters.length >= fewest && letters.every((letter) => letter !== letter.toLowerCase());
}

/** How a name begins, or null for what begins with no letter, or with a name in its own right, or is a sentence. */
function startOf(name: string, language: Language): "small" | "large" | null {
  const { bare } = splitArticle(name, language);
  const letter = bare.charAt(0);
  // What ends with a call or a question is said, not named.
  if (!first.test(letter) || /[!?]$/.test(name) || isProper(bare.split(/[\s’']/)[0] ?? "", language))
    return null;
  if (letter !== letter.toLowerCase()) return "large";
  return letter === letter.toUpperCase() ? null : "small";
}

/** How most names of a deck begin; small letters, the rule of the house, where few names say nothing. */
export function styleOf(names: readonly string[], language: Language): LetterStyle {
  if (names.length < 3) return "small";
  if (names.filter((name) => isAllCapitals(name, 2)).length * 2 > names.length) return "capitals";
  const starts = names.filter((name) => !isAllCapitals(name)).map((name) => startOf(name, language));
  const large = starts.filter((start) => start === "large").length;
  const small = starts.filter((start) => start === "small").length;
  return large > small ? "large" : "small";
}

function toLarge(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function toSmall(bare: string, language: Language): string {
  const words = bare.split(" ");
  const lower = (word: string) =>
    isProper(word, language) ? word : word.charAt(0).toLocaleLowerCase(language) + word.slice(1);
  // English titles write every word large.
  const isTitle = language === "en" && words.every((word) => word.charAt(0) !== word.charAt(0).toLowerCase());
  return isTitle ? words.map(lower).join(" ") : [lower(words[0] ?? ""), ...words.slice(1)].join(" ");
}

/** A name in French, English, Spanish or Italian that begins otherwise than the deck's other names. */
export function checkFirstLetter(
  names: Names,
  language: Exclude<Language, "de">,
  style: LetterStyle,
): Verdict | null {
  const name = names[language] ?? "";
  const start = isAllCapitals(name) ? null : startOf(name, language);
  if (style === "capitals" || start === null || start === style) return null;
  const { article, bare } = splitArticle(name, language);
  if (style === "large") {
    const fix = article ? toLarge(article, language) + bare : toLarge(bare, language);
    return isStartLarge(article || bare) ? null : { rule: "first_letter", severity: "hint", fix };
  }
  // What is written large in every language may be somebody's name.
  const others = (["fr", "en", "es", "it"] as const).filter((other) => other !== language && names[other]);
  const isName = others.length > 0 && others.every((other) => startOf(names[other] ?? "", other) !== "small");
  return {
    rule: "first_letter",
    severity: isName ? "hint" : "warning",
    fix: article + toSmall(bare, language),
  };
}

function isStartLarge(text: string): boolean {
  return text.charAt(0) !== text.charAt(0).toLowerCase();
}

/** A name that shouts where the others of the deck do not. */
export function checkAllCapitals(name: string, language: Language, style: LetterStyle): Verdict | null {
  if (style === "capitals" || !isAllCapitals(name)) return null;
  const small = name.toLocaleLowerCase(language);
  const fix = language === "de" ? small.replace(/(?<![\p{L}\p{N}])\p{L}(?=\p{L}{3})/gu, upper) : small;
  return { rule: "all_capitals", severity: "warning", fix: style === "large" ? toLarge(fix, language) : fix };
}

const upper = (letter: string) => letter.toLocaleUpperCase("de");
