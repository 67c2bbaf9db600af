import type { Language, Names } from "../contract/languages.ts";
import { languages } from "../contract/languages.ts";
import type { Verdict } from "./finding.ts";
import { holdsForeignLetters, toLatin } from "./lookalikes.ts";

const unseen =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/u;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const emoji =
  /(?:\p{Regional_Indicator}{2}|[#*0-9]\ufe0f?\u20e3|\p{Emoji_Presentation}|\p{Extended_Pictographic}(?:\ufe0f|(?=\u200d)|[\u{1f3fb}-\u{1f3ff}])|[\u{1f000}-\u{1faff}])(?:\ufe0e|\ufe0f|\u200d|\u20e3|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}])*/u;
const readable = /[\p{L}\p{N}]/u;

/** The text as a fix, where there is something to read left of it. */
function offer(text: string): { fix?: string } {
  return readable.test(text) ? { fix: text } : {};
}

function tidySpaces(text: string): string {
  return text
    .replace(breaks, " ")
    .replace(/[^\S\u00a0\u202f]{2,}/g, " ")
    .replace(/(?<=\p{L}) +(?=[,.](?:\s|$))/gu, "")
    .trim();
}

/** Control characters, soft hyphens and marks without width. */
function checkUnseen(text: string): Verdict | null {
  const bare = text.replace(breaks, " ");
  if (!unseen.test(bare)) return null;
  return { rule: "invisible", severity: "error", ...offer(bare.replace(new RegExp(unseen, "gu"), "")) };
}

/** Letters of another alphabet, which a voice and a search cannot read. */
function checkScript(text: string): Verdict | null {
  if (!holdsForeignLetters(text)) return null;
  const latin = toLatin(text);
  return { rule: "mixed_script", severity: "error", ...(latin ? { fix: latin } : {}) };
}

function checkEmoji(text: string): Verdict | null {
  if (!emoji.test(text)) return null;
  return {
    rule: "emoji",
    severity: "hint",
    ...offer(tidySpaces(text.replace(new RegExp(emoji, "gu"), " "))),
  };
}

function checkSpaces(text: string): Verdict | null {
  const tidy = tidySpaces(text);
  return tidy === text ? null : { rule: "spaces", severity: "warning", ...offer(tidy) };
}

const straight: Record<Language, RegExp> = {
  fr: /(?<=\p{L})['`´ʼ′](?=\p{L})/gu,
  it: /(?<=\p{L})['`´ʼ′](?=\p{L})|(?<=\p{L})['´′](?=\s)(?<!['´′][^'´′]*['´′])/gu,
  en: /(?<=\p{L})[`´ʼ′](?=\p{L})/gu,
  es: /(?<=\p{L})[`´ʼ′](?=\p{L})/gu,
  de: /(?<=\p{L})[`´ʼ′](?=\p{L})/gu,
};

/** French and Italian are full of apostrophes, and print them as ’. */
function checkApostrophe(text: string, language: Language): Verdict | null {
  const once = text.replace(straight[language], "’");
  // A mark may be an apostrophe only when the one before it is known to be one.
  const fix = once.replace(straight[language], "’");
  return fix === text ? null : { rule: "apostrophe", severity: "hint", fix };
}

/** What is wrong with the characters of any text. */
export function checkCharacters(text: string, language: Language): Verdict[] {
  const found = [
    checkUnseen(text),
    checkScript(text),
    checkApostrophe(text, language),
    checkSpaces(text),
    checkEmoji(text),
  ];
  return found.filter((verdict) => verdict !== null);
}

const mark = /^\s*(?:[-–—•·*>]\s*|\(?\d{1,2}[.)]\s+)+(?=\S)/u;
const wrapped = /^["“”„«»‹›‘’']\s*([^"“”„«»‹›]+?)\s*["“”«»‹›‘’']$/u;
const ending = /[\s.,;:…]+$/u;

/** What came along when a name was copied out of a list or a sentence. */
export function checkNameEdges(name: string): Verdict[] {
  const found: Verdict[] = [];
  const inner = wrapped.exec(name)?.[1];
  if (mark.test(name))
    found.push({ rule: "list_mark", severity: "warning", ...offer(name.replace(mark, "")) });
  if (inner) found.push({ rule: "quotes", severity: "warning", ...offer(inner) });
  if (/[.,;:…]\s*$/u.test(name) && !/\p{L}\.\p{L}\.$/u.test(name))
    found.push({ rule: "trailing_punctuation", severity: "warning", ...offer(name.replace(ending, "")) });
  return found;
}

const digits = (text: string) => text.match(/\d+/g)?.join(" ") ?? "";

/** A number in a name, unless the card has it in every language, or the deck is about numbers. */
export function checkDigits(names: Names, language: Language, areUsual: boolean): Verdict | null {
  const own = digits(names[language] ?? "");
  const others = languages.filter((other) => other !== language && names[other]);
  const isShared = others.length > 0 && others.every((other) => digits(names[other] ?? "") === own);
  return own === "" || areUsual || isShared ? null : { rule: "digits", severity: "hint" };
}

/** Whether most names of a deck hold a number. */
export function holdsDigits(names: readonly string[]): boolean {
  return names.length > 0 && names.filter((name) => /\d/.test(name)).length * 2 > names.length;
}
