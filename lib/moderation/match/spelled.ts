import { formsOf } from "../words/forms.ts";
import type { Form, Word } from "../words/word.ts";
import { follow } from "./find-units.ts";
import { cutGlued } from "./glued.ts";
import { hasLoneRule, type Scope } from "./scope.ts";

/** Words that take the place of those from `from` to before `to`. */
export interface Replacement {
  from: number;
  to: number;
  words: Word[];
}

/** A word over the place of several, in the forms given. */
export function wordOver(words: readonly Word[], from: number, to: number, forms: Form[]): Word {
  const first = words[from] as Word;
  const last = words[to - 1] as Word;
  return { ...first, forms, end: last.end, emoji: false, single: false };
}

/** Listed words of at least four letters that stand anywhere in letters that were written apart ("a p o r n"). */
function insideOf(scope: Scope, form: Form): Form[] {
  const found: Form[] = [];
  for (let from = 1; from < form.plain.length; from++) {
    follow(scope, scope.lexicon.starts, form, from, (leaf, to) => {
      if (to - from < 4 || leaf.accented !== null) return;
      if (!hasLoneRule(scope, scope.lexicon.refusals[leaf.unit])) return;
      found.push({
        plain: form.plain.slice(from, to),
        accented: form.accented.slice(from, to),
        disguised: true,
      });
    });
  }
  return found;
}

function read(scope: Scope, words: readonly Word[], from: number, to: number): Replacement | null {
  const letters = words.slice(from, to).filter((word) => !word.emoji);
  const written = letters.map((word) => word.forms[0] as Form);
  const plain = written.map((form) => form.plain).join("");
  const known = written.filter((form) => /\p{L}/u.test(form.plain)).length;
  if (letters.length < 3 || known * 2 < letters.length) return null;
  const forms = formsOf(plain, written.map((form) => form.accented).join(""), true);
  const whole = wordOver(words, from, to, forms);
  const cut = forms.map((form) => cutGlued(scope, form)).find(Boolean);
  const pieces = cut ?? forms.flatMap((form) => insideOf(scope, form));
  return {
    from,
    to,
    words: [whole, ...pieces.map((form) => wordOver(words, from, to, [form]))],
  };
}

/** Words written letter by letter ("f u c k", "f.u.c.k"), read as words; a wider gap ends a word. */
export function readSpelled(scope: Scope, words: readonly Word[]): Replacement[] {
  const found: Replacement[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from;
    let gap = 0;
    while (words[to]?.single || (to > from && words[to]?.emoji)) {
      const distance = to > from ? (words[to] as Word).chunk - (words[to - 1] as Word).chunk : 0;
      if (to - from > 1 && distance > gap) break;
      gap = distance;
      to++;
      scope.steps++;
    }
    const replacement = to - from >= 3 ? read(scope, words, from, to) : null;
    if (replacement) found.push(replacement);
    from = Math.max(to, from + 1);
  }
  return found;
}
