import { LETTER_TONES } from "../scene/lettering.ts";
import { advanceOf, drawLetter, plainLine, widthOf } from "../scene/letters.ts";

/** A box: middle at x, top at y. */
export type TextBox = { x: number; y: number; width: number; height: number };

const LINE = 1.02;
/** Room that a line needs around its letters for accents, tails and borders, in shares of the letters' size. */
const ROOM = 0.42;
const MOST_LINES = 6;

export type Setting = { lines: string[]; size: number };

/** Breaks a text into the lines at which its letters are largest in the box; nothing ever leaves the box. */
export function setText(text: string, width: number, height: number, largest: number): Setting {
  const words = text.split(" ");
  let best: Setting = { lines: [text], size: 0 };
  for (let count = 1; count <= Math.min(MOST_LINES, words.length); count += 1) {
    const lines = breakEvenly(words, count);
    const size = Math.min(
      largest,
      height / (lines.length * LINE + ROOM),
      ...lines.map((line) => (width * 0.97) / widthOf(line, 1)),
    );
    if (size > best.size * 1.04) best = { lines, size };
  }
  return best;
}

/** The words in `count` lines whose longest is as short as can be. */
function breakEvenly(words: string[], count: number): string[] {
  const widths = words.map((word) => widthOf(word, 1));
  const blank = advanceOf(" ", 1);
  let [low, high] = [Math.max(...widths), widths.reduce((sum, width) => sum + width + blank, 0)];
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (fill(words, widths, blank, middle).length <= count) high = middle;
    else low = middle;
  }
  return fill(words, widths, blank, high);
}

function fill(words: string[], widths: number[], blank: number, longest: number): string[] {
  const lines: string[][] = [];
  let pen = Number.POSITIVE_INFINITY;
  for (const [at, word] of words.entries()) {
    const width = widths[at] ?? 0;
    if (pen + blank + width > longest + 1e-6) {
      lines.push([]);
      pen = -blank;
    }
    lines.at(-1)?.push(word);
    pen += blank + width;
  }
  return lines.map((line) => line.join(" "));
}

/** Big letters in turning colours in the middle of a box, dancing a little; the lean of the tones depends on `turn`. */
export function drawTitle(text: string, box: TextBox, largest: number, turn: number): string {
  if (!text) return "";
  const { lines, size } = setText(text, box.width, box.height, largest);
  let tone = turn;
  return lines
    .map((line, row) => {
      let pen = box.x - widthOf(line, size) / 2 + size * 0.06;
      const base = baseOf(box, lines.length, row, size);
      return [...line]
        .map((letter, at) => {
          const hop = Math.sin(at * 1.7 + row + turn) * size * 0.03;
          const fillColour = LETTER_TONES[tone % LETTER_TONES.length] ?? "";
          const drawn = drawLetter(letter, pen, base + hop, size, { fill: fillColour });
          if (drawn) tone += 1;
          pen += advanceOf(letter, size);
          return drawn;
        })
        .join("");
    })
    .join("");
}

/** Small plain letters in one colour in the middle of a box. */
export function drawCaption(text: string, box: TextBox, largest: number, colour: string): string {
  if (!text) return "";
  const { lines, size } = setText(text, box.width, box.height, largest);
  return lines
    .map((line, row) =>
      plainLine(
        line,
        box.x - widthOf(line, size) / 2 + size * 0.06,
        baseOf(box, lines.length, row, size),
        size,
        colour,
      ),
    )
    .join("");
}

function baseOf({ y, height }: TextBox, count: number, row: number, size: number): number {
  return y + height / 2 + size * 0.3 + (row - (count - 1) / 2) * size * LINE;
}
