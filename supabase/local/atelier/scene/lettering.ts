import letters from "../art/letters.json" with { type: "json" };
import { short } from "../art/paint.ts";

const GLYPHS = letters.glyphs as unknown as Record<string, [advance: number, path: string]>;
const EM = letters.unitsPerEm;
const LARGEST = 190;
const TONES = ["#ff6f91", "#ff9f4a", "#ffc93c", "#5fcf7a", "#4fb4ff", "#a77bff"];
const LONGEST = 34;

/** Whether the word can be drawn: short enough, and every letter is among the bundled ones. */
export function canLetter(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && [...text].every((letter) => letter in GLYPHS);
}

/** Big friendly letters in turning colours, centred on `x`, the middle of the lines on `y`; empty when they cannot be drawn. */
export function lettering(text: string, x: number, y: number, width: number): string {
  const word = text.trim().normalize("NFC");
  if (!canLetter(word)) return "";
  const lines = breakLines(word);
  const size = Math.min(
    LARGEST / Math.sqrt(lines.length),
    ...lines.map((line) => (width * EM) / advanceOf(line)),
  );
  let tone = 0;
  return lines
    .map((line, row) => {
      let pen = x - (advanceOf(line) * size) / EM / 2;
      const base = y + size * 0.32 + (row - (lines.length - 1) / 2) * size * 0.98;
      return [...line]
        .map((letter, at) => {
          const [advance, path] = GLYPHS[letter] ?? [0, ""];
          const scale = size / EM;
          const hop = Math.sin(at * 1.7 + row) * size * 0.035;
          const place = `translate(${short(pen)} ${short(base + hop)}) scale(${scale.toFixed(4)} ${(-scale).toFixed(4)})`;
          pen += advance * scale;
          if (!path) return "";
          const outline = short(EM * 0.16);
          const bold = short(EM * 0.055);
          const colour = TONES[tone++ % TONES.length];
          return `<g transform="${place}"><path d="${path}" fill="#3b1d6c" opacity=".22" transform="translate(0 ${-EM * 0.06})" stroke="#3b1d6c" stroke-width="${outline}" stroke-linejoin="round"/><path d="${path}" fill="#fff" stroke="#fff" stroke-width="${outline}" stroke-linejoin="round"/><path d="${path}" fill="${colour}" stroke="${colour}" stroke-width="${bold}" stroke-linejoin="round"/></g>`;
        })
        .join("");
    })
    .join("");
}

function advanceOf(line: string): number {
  return [...line].reduce((sum, letter) => sum + (GLYPHS[letter]?.[0] ?? 0), 0) + EM * 0.12;
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
