import type { Language, Names } from "../contract/languages.ts";

/** What of a card can be read, said or heard in a language. */
export const textFields = ["speak_as", "alt_text", "fun_fact", "story"] as const;
export const wordFields = ["name", ...textFields] as const;
export type WordField = (typeof wordFields)[number];

/** What the check looks for, in the order in which it is told. */
export const rules = [
  "missing_name",
  "invisible",
  "mixed_script",
  "needs_review",
  "untranslated",
  "duplicate_name",
  "german_capital",
  "first_letter",
  "all_capitals",
  "article",
  "list_mark",
  "quotes",
  "trailing_punctuation",
  "apostrophe",
  "spaces",
  "emoji",
  "digits",
  "long_name",
  "missing_alt",
  "alt_opening",
  "long_alt",
  "long_fact",
  "end_mark",
] as const;
export type Rule = (typeof rules)[number];

/** An `error` shows to children, a `warning` is most likely a slip, a `hint` is worth a look. */
export const severities = ["error", "warning", "hint"] as const;
export type Severity = (typeof severities)[number];

/** As much of a card as the check reads. */
export interface CheckedCard {
  id: string;
  names: Names;
  texts: Partial<Record<Language, CheckedTexts>>;
}

export interface CheckedTexts {
  speak_as: string | null;
  alt_text: string | null;
  fun_fact: string | null;
  story?: string | null;
  needs_review: boolean;
}

/** Something about one text of one card that a person should look at. */
export interface Finding {
  cardId: string;
  language: Language;
  field: WordField;
  rule: Rule;
  severity: Severity;
  /** What the text would be without it, where that is sure. */
  fix?: string;
}

/** What a rule says of the text that it was given. */
export type Verdict = Pick<Finding, "severity" | "fix"> & { rule: Rule };

/** What stands in one place of a card; empty is null. */
export function readWord(card: CheckedCard, language: Language, field: WordField): string | null {
  const text = field === "name" ? card.names[language] : card.texts[language]?.[field];
  return text || null;
}
