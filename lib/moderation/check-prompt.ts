import type { Language } from "../contract/languages.ts";
import type { Category } from "./categories.ts";
import { foldText } from "./fold/fold.ts";
import { type Find, look } from "./match/look.ts";
import { readDisguised } from "./match/read-disguised.ts";
import { type Scope, scopeOf } from "./match/scope.ts";
import { findPersonalData } from "./personal/find-personal-data.ts";
import { splitWords } from "./words/split-words.ts";

/** Longer texts are refused by a thrown RangeError: no prompt is as long. In UTF-16 units. */
export const longestPrompt = 20_000;

/** Why a prompt is refused: what it holds, in which language that was found, and the words of the prompt that say so. */
export interface Reason {
  category: Category;
  language: Language;
  term: string;
}

export type Verdict = { allowed: true } | { allowed: false; reasons: Reason[] };

function reasonsOf(finds: readonly Find[], text: string): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { category, language, start, end } of finds) {
    const key = `${category} ${language}`;
    if (!reasons.has(key)) reasons.set(key, { category, language, term: text.slice(start, end).trim() });
  }
  return [...reasons.values()];
}

/** The verdict, and how many steps it took: letters followed and entries compared. */
export function examinePrompt(text: string, deck: readonly Language[]): { verdict: Verdict; steps: number } {
  if (text.length > longestPrompt) throw new RangeError(`A prompt has at most ${longestPrompt} characters.`);
  const scope: Scope = scopeOf(deck);
  const { normal, characters } = foldText(text);
  const words = splitWords(characters);
  const finds = [...look(scope, words), ...findPersonalData(normal, deck[0] ?? "en")];
  if (finds.length === 0) {
    for (const words_ of readDisguised(scope, characters, words)) {
      finds.push(...look(scope, words_));
    }
  }
  const reasons = reasonsOf(finds, normal);
  return {
    verdict: reasons.length > 0 ? { allowed: false, reasons } : { allowed: true },
    steps: scope.steps,
  };
}

/**
 * Whether a prompt for a picture, a text or a sound may go to a model, for a deck in these languages. Words of these
 * languages and of English are looked for, also in disguise; a word that is harmless in one of the deck's languages is
 * let through. A refusal names every category that was found. The text may be as long as `longestPrompt`, else a
 * RangeError is thrown; the time it takes grows with its length and no faster.
 */
export function checkPrompt(text: string, languages: readonly Language[]): Verdict {
  return examinePrompt(text, languages).verdict;
}
