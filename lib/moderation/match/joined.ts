import { descend } from "../lexicon/tree.ts";
import { formsOf } from "../words/forms.ts";
import type { Form, Word } from "../words/word.ts";
import { isRefused } from "./find-units.ts";
import type { Scope } from "./scope.ts";
import { type Replacement, wordOver } from "./spelled.ts";

const mostParts = 4;
const longest = 30;

interface Part {
  word: Word;
  form: Form;
  everyday: boolean;
}

function partOf(scope: Scope, word: Word): Part {
  const form = word.forms.find((other) => other.disguised) ?? (word.forms[0] as Form);
  return { word, form, everyday: Boolean(scope.active & (scope.lexicon.short.get(form.plain) ?? 0)) };
}

/**
 * True where parts may be one word that was broken: within one chunk ("po.rn") always, across spaces when a part is no
 * everyday word, and the whole is long or has a part that is not a word at all ("po rn").
 */
function mayBeOne(parts: readonly Part[], length: number): boolean {
  if (length < 4 || length > longest) return false;
  if (parts[0]?.word.chunk === parts.at(-1)?.word.chunk) return true;
  if (parts.every((part) => part.everyday)) return false;
  return length >= 5 || parts.some((part) => !/[aeiouy]/.test(part.form.plain));
}

function joined(scope: Scope, parts: readonly Part[]): Form | null {
  const last = parts.at(-1) as Part;
  const plain = parts.map((part) => part.form.plain).join("");
  if (!mayBeOne(parts, plain.length)) return null;
  const accented = parts.map((part) => part.form.accented).join("");
  const intoLast = plain.length - last.form.plain.length + 1;
  const shortestStem = Math.max(intoLast, last.word.chunk === parts[0]?.word.chunk ? 5 : 8);
  const form = { plain, accented, disguised: true };
  return isRefused(scope, form, shortestStem) ? form : null;
}

/** Words that were broken into parts ("po.rn", "conn ard"), read as one. */
export function readJoined(scope: Scope, words: readonly Word[]): Replacement[] {
  const { starts, inner } = scope.lexicon;
  const found: Replacement[] = [];
  const all = words.map((word) => partOf(scope, word));
  for (const [from, first] of all.entries()) {
    if (first.word.emoji) continue;
    let nodes = [0, 0];
    for (let to = from + 1; to < from + mostParts && to < all.length; to++) {
      const before = (all[to - 1] as Part).form.plain;
      nodes = [starts, inner].map((tree, index) =>
        nodes[index] || to === from + 1 ? descend(tree, nodes[index] ?? 0, before) : 0,
      );
      scope.steps += 2;
      const last = all[to] as Part;
      if (!nodes.some(Boolean) || last.word.emoji || last.word.sentence !== first.word.sentence) break;
      const form = joined(scope, all.slice(from, to + 1));
      if (!form) continue;
      const forms = formsOf(form.plain, form.accented, true);
      found.push({ from, to: to + 1, words: [wordOver(words, from, to + 1, forms)] });
    }
  }
  return found;
}
