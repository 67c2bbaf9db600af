import { figureSize } from "../art/figure.ts";
import { lettering, letteringBox } from "../scene/lettering.ts";
import { FIGURE_SIZE, type Making, pieceOf, wholeFigure } from "./figure-piece.ts";
import type { Piece } from "./piece.ts";
import type { Swelling } from "./relief.ts";
import { solidShapes } from "./svg-shapes.ts";

const WORD_WIDTH = 150;
const BOARD_MARGIN = 5;
const BOARD_COLOURS = ["#fff6dc", "#e3f4ff", "#ffe9f0", "#eafbe7", "#f1eaff"];
const BOARD: Swelling = { roundness: 1, thickest: 0.028, emboss: 0 };

/** A present with the word on a board, for what nobody drew; only the present when the word cannot be lettered. */
export function giftToy(word: string, making: Making): Piece[] {
  const gift = wholeFigure("wrapped-gift", making);
  const letters = lettering(word, 0, 0, WORD_WIDTH);
  if (!letters) return [gift];
  const { width, height } = letteringBox(word, WORD_WIDTH);
  const middle = -(figureSize("wrapped-gift", FIGURE_SIZE)[1] + height / 2 - 2);
  const lifted = (markup: string) => `<g transform="translate(0 ${middle})">${markup}</g>`;
  const box = { left: -width / 2, top: middle - height / 2, width, height };
  const wide = {
    left: box.left - BOARD_MARGIN,
    top: box.top,
    width: width + 2 * BOARD_MARGIN,
    height,
  };
  const colour = BOARD_COLOURS[Math.round(making.depth * 100) % BOARD_COLOURS.length];
  const plate = `<rect x="${wide.left}" y="${wide.top}" width="${wide.width}" height="${height}" rx="${Math.min(height / 2, 14)}" fill="${colour}"/>`;
  const sign = pieceOf("word", lifted(letters), box, {
    shapes: solidShapes(lifted(letters)).map(({ svg }) => svg),
    swelling: { roundness: 0.7, thickest: 0.03, emboss: 0.8 },
    back: "plain",
    isTwin: true,
    forward: 4.6,
  });
  return [gift, pieceOf("board", plate, wide, { swelling: BOARD }), sign];
}
