import type { Character } from "../fold/fold.ts";
import { isLeetSign } from "../fold/leet.ts";
import { formsOf } from "./forms.ts";
import type { Word } from "./word.ts";

/** Longer words are cut here, so that no word costs more than its share; the longest word that is listed has 30 letters. */
const longestWord = 60;

const isWordly = ({ kind }: Character) => kind === "letter" || kind === "digit";

function mayBelong(characters: readonly Character[], index: number): boolean {
  const character = characters[index];
  if (!character || isWordly(character)) return Boolean(character);
  if (character.kind !== "sign" || !isLeetSign(character.plain)) return false;
  const before = characters[index - 1];
  const after = characters[index + 1];
  const leads = Boolean(after && (isWordly(after) || after.plain === character.plain));
  const follows = Boolean(before && (isWordly(before) || before.plain === character.plain));
  if ("!|+".includes(character.plain)) return leads && follows;
  return leads || follows;
}

/** Splits folded characters into words, emoji and the sentences they stand in. Linear in the number of characters. */
export function splitWords(characters: readonly Character[]): Word[] {
  const words: Word[] = [];
  let chunk = 0;
  let sentence = 0;
  let index = 0;
  while (index < characters.length) {
    const first = characters[index] as Character;
    if (first.kind === "emoji" || mayBelong(characters, index)) {
      const emoji = first.kind === "emoji";
      let after = index + 1;
      while (!emoji && after - index < longestWord && mayBelong(characters, after)) after++;
      const letters = characters.slice(index, after);
      const plain = letters.map((letter) => letter.plain).join("");
      const accented = letters.map((letter) => letter.accented).join("");
      const end = (letters.at(-1) as Character).until;
      words.push({
        forms: emoji
          ? [{ plain, accented, disguised: false }]
          : formsOf(
              plain,
              accented,
              letters.some((letter) => letter.odd),
            ),
        start: first.at,
        end,
        chunk,
        sentence,
        emoji,
        single: !emoji && letters.length === 1,
      });
      index = after;
      continue;
    }
    if (first.kind === "space" || first.kind === "stop") chunk++;
    if (first.kind === "stop" || endsSentence(characters, index)) sentence++;
    index++;
  }
  return words;
}

function endsSentence(characters: readonly Character[], index: number): boolean {
  if (!".!?;…".includes(characters[index]?.plain ?? " ")) return false;
  const next = characters[index + 1];
  return !next || next.kind === "space" || next.kind === "stop";
}
