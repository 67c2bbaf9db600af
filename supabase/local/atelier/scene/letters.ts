import letters from "../art/letters.json" with { type: "json" };
import { short } from "../art/paint.ts";

const GLYPHS = letters.glyphs as unknown as Record<string, [advance: number, path: string]>;
const EM = letters.unitsPerEm;

/** The paint of one letter: its fill, the light border around it and the shade under both. */
export type LetterPaint = { fill: string; border?: string; shade?: string };

const BORDER = EM * 0.16;
const WEIGHT = EM * 0.055;

/** Whether the letter is among the bundled ones. */
export function isLetter(letter: string): boolean {
  return letter in GLYPHS;
}

/** Width of a line of letters of that size, with the border around it. */
export function widthOf(line: string, size: number): number {
  const advance = [...line].reduce((sum, letter) => sum + (GLYPHS[letter]?.[0] ?? 0), 0);
  return ((advance + EM * 0.12) * size) / EM;
}

/** How far the pen moves for one letter of that size. */
export function advanceOf(letter: string, size: number): number {
  return (size / EM) * (GLYPHS[letter]?.[0] ?? 0);
}

/** One letter as an outline, its pen at x on the base line; empty for a blank. */
export function drawLetter(
  letter: string,
  x: number,
  base: number,
  size: number,
  { fill, border = "#fff", shade = "#3b1d6c" }: LetterPaint,
  turn = 0,
): string {
  const path = GLYPHS[letter]?.[1];
  if (!path) return "";
  const scale = size / EM;
  const turned = turn ? ` rotate(${short(turn)})` : "";
  const place = `translate(${short(x)} ${short(base)})${turned} scale(${scale.toFixed(4)} ${(-scale).toFixed(4)})`;
  const outline = short(BORDER);
  return `<g transform="${place}"><path d="${path}" fill="${shade}" opacity=".22" transform="translate(0 ${-EM * 0.06})" stroke="${shade}" stroke-width="${outline}" stroke-linejoin="round"/><path d="${path}" fill="${border}" stroke="${border}" stroke-width="${outline}" stroke-linejoin="round"/><path d="${path}" fill="${fill}" stroke="${fill}" stroke-width="${short(WEIGHT)}" stroke-linejoin="round"/></g>`;
}

/** A line of plain letters in one colour without borders, its pen at x on the base line. */
export function plainLine(line: string, x: number, base: number, size: number, fill: string): string {
  let pen = 0;
  const paths = [...line].map((letter) => {
    const [advance, path] = GLYPHS[letter] ?? [0, ""];
    const drawn = path ? `<path d="${path}" transform="translate(${pen} 0)"/>` : "";
    pen += advance;
    return drawn;
  });
  const scale = size / EM;
  return `<g transform="translate(${short(x)} ${short(base)}) scale(${scale.toFixed(4)} ${(-scale).toFixed(4)})" fill="${fill}" stroke="${fill}" stroke-width="${short(WEIGHT * 0.6)}" stroke-linejoin="round">${paths.join("")}</g>`;
}
