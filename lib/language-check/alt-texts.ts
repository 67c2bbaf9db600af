import type { Language } from "../contract/languages.ts";
import { openings } from "./alt-openings.ts";
import type { Verdict } from "./finding.ts";
import { withoutAccents } from "./fold.ts";

const fold = (text: string) => withoutAccents(text.toLowerCase());

/** The text without its first opening; null where the rest would not be a sentence. */
function withoutOpening(text: string, language: Language): string | null {
  const { pattern, article } = openings[language];
  const found = pattern.exec(text);
  if (!found) return text;
  const rest = text.slice(found[0].length).trimStart();
  const isColon = found[0].trimEnd().endsWith(":");
  const joint = (found[1] ?? "").trim().toLowerCase().replace("’", "'");
  // The German pattern ends before a genitive, which cannot stand alone.
  const before = language === "de" && !isColon ? null : article(joint);
  if (before === null || !/\p{L}/u.test(rest)) return null;
  const whole = before + rest;
  return whole.charAt(0).toLocaleUpperCase(language) + whole.slice(1);
}

/**
 * `A picture of …`: a screen reader has said already that there is one. A card whose own name is the picture (`photo`) may
 * say so.
 */
export function checkAltOpening(text: string, language: Language, name: string | null): Verdict | null {
  const found = openings[language].pattern.exec(text);
  if (!found || (name && fold(found[0]).includes(fold(name)))) return null;
  let fix: string | null = text;
  for (let next = withoutOpening(text, language); next !== fix; next = withoutOpening(fix, language)) {
    fix = next;
    if (fix === null) break;
  }
  return { rule: "alt_opening", severity: "hint", ...(fix === null ? {} : { fix }) };
}
