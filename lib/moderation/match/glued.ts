import type { Form } from "../words/word.ts";
import { follow, isHarmless, isRefused } from "./find-units.ts";
import type { Scope } from "./scope.ts";

/** A piece of a longer word; strong where it is a refused word itself, or one of a group. */
export interface Piece extends Form {
  strong: boolean;
}

const shortest = 8;
/** Shorter ones are phrases by chance only ("to-get-her"). */
const shortestPhrase = 10;
/** A stem at the end of the word may have an ending as long. */
const longestEnding = 2;

/**
 * Cuts words that were written without spaces ("filsdepute"): the fewest listed words that make up the whole, or null
 * where they do not, or none of them is refused and they are too short for a phrase. A harmless word ("therapist") is never cut.
 */
export function cutGlued(scope: Scope, form: Form): Piece[] | null {
  if (form.plain.length < shortest) return null;
  const cut = cutListed(scope, form);
  const isBad = (piece: Piece) => isRefused(scope, piece, piece.plain.length - longestEnding);
  if (!cut || isHarmless(scope, form)) return null;
  return form.plain.length >= shortestPhrase || cut.some(isBad) ? cut : null;
}

function cutListed(scope: Scope, form: Form): Piece[] | null {
  const { plain } = form;
  const cameFrom: (number | undefined)[] = [];
  const strong: boolean[] = [];
  const pieces: number[] = [0];
  for (let from = 0; from < plain.length; from++) {
    const sofar = pieces[from];
    if (sofar === undefined) continue;
    follow(scope, scope.lexicon.starts, form, from, (leaf, end) => {
      if (!leaf.whole && plain.length - end > longestEnding) return;
      if (leaf.accented !== null && form.accented.slice(from, end) !== leaf.accented) return;
      const to = leaf.whole ? end : plain.length;
      if (from === 0 && to === plain.length) return;
      const isStrong = Boolean(scope.active & (scope.lexicon.strongPieces[leaf.unit] ?? 0));
      const before = pieces[to] ?? Number.POSITIVE_INFINITY;
      if (before < sofar + 1 || (before === sofar + 1 && (strong[to] || !isStrong))) return;
      if (!(scope.active & (scope.lexicon.pieces[leaf.unit] ?? 0))) return;
      strong[to] = isStrong;
      pieces[to] = sofar + 1;
      cameFrom[to] = from;
    });
  }
  const cuts: Piece[] = [];
  for (let to = plain.length; to > 0; ) {
    const from = cameFrom[to];
    if (from === undefined) return null;
    cuts.unshift({
      plain: plain.slice(from, to),
      accented: form.accented.slice(from, to),
      disguised: form.disguised,
      strong: strong[to] ?? false,
    });
    to = from;
  }
  return cuts;
}
