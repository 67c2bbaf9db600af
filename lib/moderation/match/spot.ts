import type { Form, Word } from "../words/word.ts";
import { findUnits } from "./find-units.ts";
import type { Scope } from "./scope.ts";

/** A word of the text and what it was found to be. */
export interface Spot {
  word: Word;
  units: number[];
  /** Units that the word belongs to in a disguised form only. */
  disguised: number[];
  /** Units that it belongs to only because it is written oddly. */
  odd: number[];
  /** Languages, a bit each, in which the word is harmless by itself, and as part of a harmless phrase. */
  harmless: number;
  /** The same, where the language of the list says so of itself. */
  ownHarmless: number;
  covered: number;
}

/** The word with every unit that one of its forms belongs to. */
export function spotOf(scope: Scope, word: Word): Spot {
  const units: number[] = [];
  const disguised: number[] = [];
  const odd: number[] = [];
  const collect = (form: Form, into: number[]) =>
    findUnits(scope, form, (unit) => {
      if (!units.includes(unit)) {
        units.push(unit);
        if (into !== units) into.push(unit);
      }
    });
  for (const form of word.forms) if (!form.disguised && !form.odd) collect(form, units);
  for (const form of word.forms) if (!form.disguised && form.odd) collect(form, odd);
  for (const form of word.forms) if (form.disguised) collect(form, disguised);
  return { word, units, disguised, odd, harmless: 0, ownHarmless: 0, covered: 0 };
}
