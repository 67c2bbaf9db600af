import type { Character } from "../fold/fold.ts";
import { step } from "../lexicon/tree.ts";
import type { Form, Word } from "../words/word.ts";
import { hasLoneRule, type Scope } from "./scope.ts";

const mostMasks = 4;
const longest = 20;
/** These stand in words or between them for good reasons. */
const ordinary = "-'’.,:;/\\_()[]{}\"«»“”„&=<>";

type Chunk = { letters: string; masks: number; start: number; end: number };

const isMask = ({ kind, plain }: Character) =>
  kind === "emoji" || kind === "digit" || (kind === "sign" && !ordinary.includes(plain));

function chunkOf(characters: readonly Character[]): Chunk | null {
  let from = 0;
  let to = characters.length;
  const stays = (character?: Character) =>
    character &&
    (character.kind === "letter" || (character.plain === "*" && characters.at(-1)?.plain !== "*"));
  while (from < to && !stays(characters[from])) from++;
  while (from < to && characters[to - 1]?.kind !== "letter") to--;
  const kept = characters.slice(from, to);
  if (kept.length < 3 || kept.length > longest) return null;
  if (!kept.every((character) => character.kind === "letter" || isMask(character))) return null;
  const masks = kept.filter(isMask).length;
  const digits = kept.filter((character) => character.kind === "digit").length;
  if (masks === 0 || masks > mostMasks || kept.length - masks < 2) return null;
  if (digits > 1 || (digits === 1 && kept.length < 4)) return null;
  return {
    letters: kept.map((character) => (isMask(character) ? "*" : character.plain)).join(""),
    masks,
    start: (kept[0] as Character).at,
    end: (kept.at(-1) as Character).until,
  };
}

function* chunksOf(characters: readonly Character[]): Generator<Chunk> {
  let from = 0;
  for (let to = 0; to <= characters.length; to++) {
    const kind = characters[to]?.kind ?? "space";
    if (kind !== "space" && kind !== "stop") continue;
    const chunk = to - from >= 3 ? chunkOf(characters.slice(from, to)) : null;
    if (chunk) yield chunk;
    from = to + 1;
  }
}

function complete(scope: Scope, pattern: string): string | null {
  const { starts, refusals } = scope.lexicon;
  const walk = (node: number, index: number, word: string): string | null => {
    scope.steps++;
    const leaves = starts.leaves[node] ?? [];
    for (const leaf of leaves) {
      if (index < pattern.length && (leaf.whole || word.length < 4)) continue;
      if (hasLoneRule(scope, refusals[leaf.unit])) return word + pattern.slice(index);
    }
    if (index === pattern.length) return null;
    if (pattern[index] !== "*") {
      const next = step(starts, node, pattern.charCodeAt(index));
      return next ? walk(next, index + 1, word + pattern[index]) : null;
    }
    for (const code of starts.letters.keys()) {
      const next = step(starts, node, code);
      const found = next ? walk(next, index + 1, word + String.fromCharCode(code)) : null;
      if (found) return found;
    }
    return null;
  };
  return walk(0, 0, "");
}

/**
 * Words that a refused word fits, with letters behind stars and other signs ("f**k", "c🍆ck") or behind one digit
 * that stands for another letter than usual ("f4ck").
 */
export function readMasked(scope: Scope, characters: readonly Character[]): Word[] {
  const found: Word[] = [];
  for (const { letters, start, end } of chunksOf(characters)) {
    const word = complete(scope, letters);
    if (word === null) continue;
    const form: Form = { plain: word, accented: word, disguised: true };
    found.push({ forms: [form], start, end, chunk: -1, sentence: -1, emoji: false, single: false });
  }
  return found;
}
