import { readLeet } from "../fold/leet.ts";
import type { Form } from "./word.ts";

/** Letters only, without `v`, none drawn out: nearly every word, and none of the disguises below. */
const everyday = /^(?:([a-uw-z])(?!\1\1))+$/;
const longRun = /(.)\1\1+/gu;

/** A word with letters drawn out (three or more in a row), drawn in to one and to two. */
function shortened(form: Form): Form[] {
  if (!/(.)\1\1/u.test(form.plain)) return [];
  return ["$1", "$1$1"].map((short) => ({
    plain: form.plain.replace(longRun, short),
    accented: form.accented.replace(longRun, short),
    disguised: form.disguised,
    odd: true,
  }));
}

function fromLeet(plain: string, accented: string): Form[] {
  const read: Form[] = [];
  for (const meaning of [0, 1] as const) {
    const letters = readLeet(plain, meaning);
    if (read.every((form) => form.plain !== letters)) {
      read.push({ plain: letters, accented: readLeet(accented, meaning), disguised: true });
    }
  }
  return read;
}

/**
 * Every way to read a word of letters, digits and signs: as it stands, with digits and signs as letters, its stretches
 * of letters, letters drawn out drawn in, and `v` between consonants as `u`. A number stays a number. `odd` says that the
 * word was found in odd writing.
 */
export function formsOf(plain: string, accented: string, odd = false): Form[] {
  const forms: Form[] = [{ plain, accented, disguised: false, odd }];
  if (everyday.test(plain)) return forms;
  if (/[^\p{L}]/u.test(plain) && /\p{L}/u.test(plain)) {
    forms.push(...fromLeet(plain, accented));
    const stretches = accented.match(/\p{L}{3,}/gu) ?? [];
    for (const [index, stretch] of (plain.match(/\p{L}{3,}/gu) ?? []).entries()) {
      forms.push({ plain: stretch, accented: stretches[index] ?? stretch, disguised: false, odd });
    }
  }
  if (/[^aeiouyv]v[^aeiouyv]/.test(plain)) {
    forms.push({ plain: plain.replace(/v/g, "u"), accented: accented.replace(/v/g, "u"), disguised: true });
  }
  return forms.concat(forms.flatMap(shortened));
}
