import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { isLetter, widthOf } from "../scene/letters.ts";
import { spellable } from "./deck.ts";
import { drawTitle, setText } from "./title.ts";

const TITLES = [
  "Noël",
  "Les animaux merveilleux de la forêt enchantée et leurs amis les oiseaux",
  "Donaudampfschifffahrtsgesellschaftskapitän",
  "¿Quién vive en el océano?",
  "Äpfel, Öl & Übermut: 10 süße Straßenspiele",
  "Dov’è l’elefantino? Là, laggiù!",
  "A",
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
];
const BOXES = [
  [900, 380],
  [420, 780],
  [1800, 120],
] as const;

/** What is painted of a drawing that stands in the middle of a sheet three times as large as its box. */
async function paintedBounds(svg: string, width: number, height: number) {
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-width} ${-height} ${3 * width} ${3 * height}" width="${(3 * width) / 4}" height="${(3 * height) / 4}"><rect x="${-width}" y="${-height}" width="${3 * width}" height="${3 * height}" fill="#000"/>${svg}</svg>`;
  const { info } = await sharp(Buffer.from(sheet))
    .trim({ background: "#000", threshold: 30 })
    .toBuffer({ resolveWithObject: true });
  const [left, top] = [-(info.trimOffsetLeft ?? 0) * 4 - width, -(info.trimOffsetTop ?? 0) * 4 - height];
  return { left, top, right: left + info.width * 4, bottom: top + info.height * 4 };
}

describe("a title", () => {
  it.each(TITLES)("stays in its box whatever its shape: “%s”", async (title) => {
    for (const [width, height] of BOXES) {
      const svg = drawTitle(spellable(title), { x: width / 2, y: 0, width, height }, height * 0.7, 1);
      const { left, top, right, bottom } = await paintedBounds(svg, width, height);
      expect(left, `${width} wide`).toBeGreaterThanOrEqual(-6);
      expect(right).toBeLessThanOrEqual(width + 6);
      expect(top).toBeGreaterThanOrEqual(-6);
      expect(bottom).toBeLessThanOrEqual(height + 6);
      // And it is no smaller than need be: it nearly fills the box in one direction, or has its largest size.
      const { size } = setText(spellable(title), width, height, height * 0.7);
      const isFull = right - left > width * 0.5 || bottom - top > height * 0.4 || size === height * 0.7;
      expect(isFull).toBe(true);
    }
  });

  it("breaks where its lines are most even, and keeps every word", () => {
    const { lines } = setText("La grande ferme de Zoé et Léo", 400, 300, 200);
    expect(lines.join(" ")).toBe("La grande ferme de Zoé et Léo");
    const widths = lines.map((line) => widthOf(line, 1));
    expect(Math.max(...widths) / Math.min(...widths)).toBeLessThan(1.7);
  });
});

describe("the letters", () => {
  it("hold all that five languages write", () => {
    const needed = "éèêëàâîïôùûüçœæñáíóúäößÉÈÀÇÑÄÖÜßìò'’¿¡&0123456789-.,:;!?()«»„“”…";
    expect([...needed].filter((letter) => !isLetter(letter))).toEqual([]);
  });

  it("stand in for what they lack by its nearest, and leave out what has none", () => {
    expect(spellable("Ẃika  🎉 и Łódź\n")).toBe("Wika Łódź");
  });
});
