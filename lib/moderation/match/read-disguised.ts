import type { Character } from "../fold/fold.ts";
import type { Word } from "../words/word.ts";
import { cutGlued, type Piece } from "./glued.ts";
import { readJoined } from "./joined.ts";
import { look } from "./look.ts";
import { readMasked } from "./masked.ts";
import type { Scope } from "./scope.ts";
import { type Replacement, readSpelled } from "./spelled.ts";

/** A piece is there by chance unless all are strong, and it and its neighbours long: "femme-nue", but not "d-rape-au". */
function isChance(cut: readonly Piece[], piece: Piece): boolean {
  const shortest = Math.min(...cut.filter((other) => other !== piece).map((other) => other.plain.length));
  if (cut.some((other) => !other.strong)) return true;
  return piece.plain.length >= 4 ? shortest < 4 : piece.plain.length < 3 || shortest < 5;
}

function readGlued(scope: Scope, words: readonly Word[]): Replacement[] {
  return words.flatMap((word, from) => {
    const cut = word.forms.map((form) => cutGlued(scope, form)).find(Boolean);
    if (!cut) return [];
    const pieces = cut.map((form): Word => ({ ...word, forms: [form], chance: isChance(cut, form) }));
    return look(scope, pieces).length > 0 ? [{ from, to: from + 1, words: pieces }] : [];
  });
}

function replace(words: readonly Word[], replacements: readonly Replacement[]): Word[] {
  const longestFrom = new Map<number, Replacement>();
  for (const replacement of replacements) {
    if (replacement.to > (longestFrom.get(replacement.from)?.to ?? 0))
      longestFrom.set(replacement.from, replacement);
  }
  const read: Word[] = [];
  for (let index = 0; index < words.length; ) {
    const replacement = longestFrom.get(index);
    read.push(...(replacement?.words ?? [words[index] as Word]));
    index = replacement?.to ?? index + 1;
  }
  return read;
}

/**
 * Other ways to read the words: spelled letter by letter, broken into parts or glued together, each put where it
 * stands; and those behind stars by themselves. None where nothing is disguised.
 */
export function readDisguised(
  scope: Scope,
  characters: readonly Character[],
  words: readonly Word[],
): Word[][] {
  const replacements = [
    ...readSpelled(scope, words),
    ...readJoined(scope, words),
    ...readGlued(scope, words),
  ];
  const masked = readMasked(scope, characters);
  const readings = replacements.length > 0 ? [replace(words, replacements)] : [];
  return masked.length > 0 ? [...readings, masked] : readings;
}
