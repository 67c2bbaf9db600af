import { formsOf } from "../words/forms.ts";
import type { Form, Word } from "../words/word.ts";
import { isRefused } from "./find-units.ts";
import type { Scope } from "./scope.ts";
import { type Replacement, wordOver } from "./spelled.ts";

const mostParts = 4;
const longest = 30;

const hasVowel = (word: string) => /[aeiouy]/.test(word);
const asRead = (word: Word) => word.forms.find((form) => form.disguised) ?? (word.forms[0] as Form);

const isEveryday = (scope: Scope, { plain }: Form) => scope.active & (scope.lexicon.short.get(plain) ?? 0);

/**
 * True where parts may be one word that was broken: within one chunk ("po.rn") always, across spaces when a part is no
 * everyday word, and the whole is long or has a part that is not a word at all ("po rn").
 */
function mayBeOne(scope: Scope, parts: readonly Word[], read: readonly Form[], plain: string): boolean {
  if (plain.length < 4) return false;
  if (parts[0]?.chunk === parts.at(-1)?.chunk) return true;
  if (read.every((form) => isEveryday(scope, form))) return false;
  return plain.length >= 5 || read.some((form) => !hasVowel(form.plain));
}

/** Words that were broken into parts ("po.rn", "conn ard"), read as one. */
export function readJoined(scope: Scope, words: readonly Word[]): Replacement[] {
  const found: Replacement[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= Math.min(from + mostParts, words.length); to++) {
      const parts = words.slice(from, to);
      const last = parts.at(-1) as Word;
      if (last.emoji || parts[0]?.emoji || last.sentence !== parts[0]?.sentence) break;
      const read = parts.filter((part) => !part.emoji).map(asRead);
      const plain = read.map((form) => form.plain).join("");
      if (plain.length > longest) break;
      if (!mayBeOne(scope, parts, read, plain)) continue;
      const accented = read.map((form) => form.accented).join("");
      const intoLast = plain.length - asRead(last).plain.length + 1;
      const shortestStem = Math.max(intoLast, last.chunk === parts[0]?.chunk ? 5 : 8);
      if (!isRefused(scope, { plain, accented, disguised: true }, shortestStem)) continue;
      found.push({ from, to, words: [wordOver(words, from, to, formsOf(plain, accented))] });
    }
  }
  return found;
}
