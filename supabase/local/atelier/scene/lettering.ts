import { advanceOf, drawLetter, isLetter, widthOf } from "./letters.ts";

const LARGEST = 190;
const LINE_HEIGHT = 0.98;
/** Room above and below a line for accents, tails and the border, in shares of its size. */
const ROOM = 1.5;
export const LETTER_TONES = ["#ff6f91", "#ff9f4a", "#ffc93c", "#5fcf7a", "#4fb4ff", "#a77bff"];
const LONGEST = 34;

/** Whether the word can be drawn: short enough, and every letter is among the bundled ones. */
export function canLetter(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && [...text].every(isLetter);
}

/** Big friendly letters in turning colours, centred on `x`, the middle of the lines on `y`; empty when they cannot be drawn. */
export function lettering(text: string, x: number, y: number, width: number): string {
  const word = text.trim().normalize("NFC");
  if (!canLetter(word)) return "";
  const { lines, size } = fitLetters(word, width);
  let tone = 0;
  return lines
    .map((line, row) => {
      let pen = x - widthOf(line, size) / 2;
      const base = y + size * 0.32 + (row - (lines.length - 1) / 2) * size * LINE_HEIGHT;
      return [...line]
        .map((letter, at) => {
          const hop = Math.sin(at * 1.7 + row) * size * 0.035;
          const fill = LETTER_TONES[tone % LETTER_TONES.length] ?? "";
          const drawn = drawLetter(letter, pen, base + hop, size, { fill });
          if (drawn) tone += 1;
          pen += advanceOf(letter, size);
          return drawn;
        })
        .join("");
    })
    .join("");
}

/** Width and height of the box around the lettering of that width. */
export function letteringBox(text: string, width: number): { width: number; height: number } {
  const { lines, size } = fitLetters(text.trim().normalize("NFC"), width);
  return {
    width: Math.max(...lines.map((line) => widthOf(line, size))) + size * 0.16,
    height: size * (ROOM + (lines.length - 1) * LINE_HEIGHT),
  };
}

function fitLetters(word: string, width: number): { lines: string[]; size: number } {
  const lines = breakLines(word);
  const size = Math.min(LARGEST / Math.sqrt(lines.length), ...lines.map((line) => width / widthOf(line, 1)));
  return { lines, size };
}

/** Two lines for several long words, broken where they are most even. */
function breakLines(word: string): string[] {
  const words = word.split(" ");
  if (words.length === 1 || word.length <= 11) return [word];
  const cuts = words
    .slice(1)
    .map((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")] as const);
  const evenest = cuts.sort(
    (a, b) => Math.abs(a[0].length - a[1].length) - Math.abs(b[0].length - b[1].length),
  )[0];
  return evenest ? [...evenest] : [word];
}
