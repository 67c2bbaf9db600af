import { lookalikes } from "./lookalikes.ts";

/** What a character does in a word. `unseen` ones (marks, joiners, soft hyphens) are taken away before anything else. */
export type Kind = "letter" | "digit" | "space" | "stop" | "sign" | "emoji" | "unseen";

/** A character after folding: its base letters without accents, and the same with the accents that words are written with. */
export interface Folded {
  kind: Kind;
  plain: string;
  accented: string;
}

/** A character of the text, and where it stands there. */
export interface Character extends Folded {
  at: number;
  until: number;
  /** In a text with letters that nobody types (mathematical, circled), or after something that cannot be seen in a word. */
  odd: boolean;
}

const writtenAccents = new Set("àáâäãåçèéêëìíîïñòóôöõùúûüýÿ");
const known = new Map<string, Folded>();

function foldLetter(character: string): Folded {
  const likeness = lookalikes.get(character) ?? lookalikes.get(character.toLowerCase());
  if (likeness) return { kind: "letter", plain: likeness, accented: likeness };
  const lower = character.toLowerCase();
  const base = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  const plain = [...base].map((letter) => lookalikes.get(letter) ?? letter).join("");
  return { kind: "letter", plain, accented: writtenAccents.has(lower) ? lower : plain };
}

function foldOther(character: string): Folded {
  const of = (kind: Kind): Folded => ({ kind, plain: character, accented: character });
  if (/\p{M}|\p{Default_Ignorable_Code_Point}|\p{Cf}/u.test(character)) return of("unseen");
  if (/[\n\r\u2028\u2029]/.test(character)) return of("stop");
  if (/\s|\u2800|\p{Cc}/u.test(character)) return of("space");
  if (lookalikes.has(character) || /\p{L}/u.test(character)) return foldLetter(character);
  if (/[0-9]/.test(character)) return of("digit");
  return of(/\p{Extended_Pictographic}/u.test(character) ? "emoji" : "sign");
}

function fold(character: string): Folded {
  const before = known.get(character);
  if (before) return before;
  const folded = foldOther(character);
  if (known.size < 5000) known.set(character, folded);
  return folded;
}

/** Letters that come from a generator of styles and not from a keyboard: mathematical, circled, squared, full width. */
const styledLetter = /[\u{1d400}-\u{1d7ff}\u{24b6}-\u{24e9}\u{1f130}-\u{1f189}\u{ff21}-\u{ff5a}]/u;

/**
 * The characters of a text as a reader sees them: compatibility forms (full width, mathematical, circled), accents and
 * lookalikes are taken back to small Latin letters, and what cannot be seen is gone. `at` and `until` count in `normal`, the text
 * in Unicode's compatibility form.
 */
export function foldText(text: string): { normal: string; characters: Character[] } {
  const normal = text.normalize("NFKC");
  const characters: Character[] = [];
  const isStyled = styledLetter.test(text);
  let at = 0;
  let isAfterUnseen = false;
  for (const character of normal) {
    const { kind, plain, accented } = fold(character);
    if (kind !== "unseen") {
      const odd = isStyled || (isAfterUnseen && kind === "letter" && characters.at(-1)?.kind === "letter");
      characters.push({ kind, plain, accented, at, until: at + character.length, odd });
    }
    // Soft hyphens come along from printed texts.
    isAfterUnseen = kind === "unseen" && character !== "\u00ad";
    at += character.length;
  }
  return { normal, characters };
}
