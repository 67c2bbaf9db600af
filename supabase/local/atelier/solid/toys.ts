import sharp from "sharp";
import { needsBody, plushParts } from "../art/bodies/plush.ts";
import { figure, figureSize } from "../art/figure.ts";
import { findBounds, findIcon, ICON_MARGIN } from "../art/library.ts";
import { sprite } from "../art/sprites.ts";
import { lettering, letteringBox } from "../scene/lettering.ts";
import { type Box, type Piece, paintSvg, type Raster } from "./piece.ts";
import type { Swelling } from "./relief.ts";
import { solidShapes } from "./svg-shapes.ts";

/** What the seed and the words decide about a toy. */
export type Making = {
  colour?: string | undefined;
  /** Whether a plush toy lifts its arm to wave. */
  waves: boolean;
  /** About 1: how thick it is. */
  depth: number;
  swelling: Swelling;
  back: Piece["back"];
};

const SIZE = 100;
const MARGIN = 2;
const SOFT: Swelling = { roundness: 0.86, thickest: 0.5, emboss: 0.7 };

/** The forms of a toy that shows the art token: the parts of a plush body, or the whole thing in one. */
export function toyOf(token: string, making: Making): Piece[] {
  return needsBody(token) ? plushToy(token, making) : [wholeFigure(token, making)];
}

function pieceOf(name: string, markup: string, box: Box, parts: Partial<Piece>): Piece {
  const padded = {
    left: box.left - MARGIN,
    top: box.top - MARGIN,
    width: box.width + 2 * MARGIN,
    height: box.height + 2 * MARGIN,
  };
  return {
    name,
    box: padded,
    view: padded,
    paint: (width) => paintSvg(markup, padded, width),
    shapes: [],
    swelling: SOFT,
    forward: 0,
    back: "same",
    ...parts,
  };
}

function wholeFigure(token: string, { colour, swelling, depth, back }: Making): Piece {
  const [width, height] = figureSize(token, SIZE);
  const markup = figure(token, 0, 0, SIZE, colour ? { colour } : {});
  return pieceOf(
    token,
    markup,
    { left: -width / 2, top: -height, width, height },
    {
      shapes: shapesOf(token, markup),
      swelling: { ...swelling, thickest: swelling.thickest * depth, roundness: swelling.roundness * depth },
      back,
    },
  );
}

/** The icon alone, which is the face of a plush toy. */
function faceOf(token: string, colour: string | undefined, swelling: Swelling): Piece {
  const markup = sprite(token, 0, 0, SIZE, colour ? { colour } : {});
  const [left, top, right, bottom, aspect] = findBounds(token) ?? [0, 0, 1, 1, 1];
  const scale = SIZE / Math.max(right - left, (bottom - top) * aspect);
  const [width, height] = [(right - left) * scale, (bottom - top) * aspect * scale];
  return pieceOf(
    "head",
    markup,
    { left: -width / 2, top: -height, width, height },
    {
      shapes: shapesOf(token, markup),
      swelling,
      back: "plain",
    },
  );
}

/** The solid shapes of a figure: an icon's are found in its vectors and laid where its picture is. */
function shapesOf(token: string, markup: string): string[] {
  const image = markup.match(/<image [^>]*x="([^"]+)" y="([^"]+)" width="([^"]+)" height="[^"]+"/);
  const icon = findIcon(token);
  if (!image || !icon) return solidShapes(markup).map(({ svg }) => svg);
  const scale = Number(image[3]) / (icon.width + 2 * ICON_MARGIN);
  const place = `translate(${image[1]} ${image[2]}) scale(${scale}) translate(${ICON_MARGIN} ${ICON_MARGIN})`;
  return solidShapes(icon.body).map(({ svg }) => `<g transform="${place}">${svg}</g>`);
}

/** Where each part of the plush body is, in its own box of 120 by 160, and how it is held. */
function plushToy(token: string, { colour, waves, depth }: Making): Piece[] {
  const { defs, parts } = plushParts(token, { colour, wave: waves });
  const paint = (...names: string[]) =>
    defs +
    parts
      .filter(({ name }) => names.includes(name))
      .map(({ svg }) => svg)
      .join("");
  const soft = (roundness: number): Swelling => ({ ...SOFT, roundness: roundness * depth });
  const limb = { swelling: soft(0.85), back: "plain" } as const;
  const head = faceOf(token, colour, soft(0.8));
  const pieces = [
    pieceOf(
      "body",
      paint("body", "belly"),
      { left: 25, top: 78, width: 70, height: 76 },
      { swelling: soft(0.85), back: "plain" },
    ),
    pieceOf(
      "left arm",
      paint("left-arm"),
      { left: 4, top: 86, width: 40, height: 56 },
      { ...limb, forward: 9 },
    ),
    pieceOf(
      "right arm",
      paint("right-arm"),
      waves ? { left: 78, top: 68, width: 60, height: 54 } : { left: 76, top: 86, width: 40, height: 56 },
      {
        ...limb,
        forward: 9,
        joint: { x: 90, y: 100, degrees: waves ? 14 : 7 },
      },
    ),
    pieceOf(
      "left foot",
      paint("left-foot"),
      { left: 19, top: 139, width: 38, height: 22 },
      { swelling: soft(1.25), back: "plain", forward: 21 },
    ),
    pieceOf(
      "right foot",
      paint("right-foot"),
      { left: 63, top: 139, width: 38, height: 22 },
      { swelling: soft(1.25), back: "plain", forward: 21 },
    ),
    placed(head, 60, 100, 6),
  ];
  if (parts.some(({ name, svg }) => name === "tail" && svg))
    pieces.push(
      pieceOf("tail", paint("tail"), { left: 78, top: 82, width: 46, height: 70 }, { ...limb, forward: -16 }),
    );
  return pieces;
}

/** The piece moved so that its own origin comes to lie at a place. */
function placed(piece: Piece, x: number, y: number, forward: number): Piece {
  return { ...piece, forward, box: { ...piece.box, left: piece.box.left + x, top: piece.box.top + y } };
}

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
  const middle = -(figureSize("wrapped-gift", SIZE)[1] + height / 2 - 2);
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

const CORNER_SHARE = 0.16;
const BORDER = 4;

/** A white cushion with a picture on its front. */
export function pictureToy(picture: Raster, { depth }: Making): Piece[] {
  const scale = SIZE / Math.max(picture.width, picture.height);
  const box = { left: 0, top: 0, width: picture.width * scale, height: picture.height * scale };
  const corner = Math.min(box.width, box.height) * CORNER_SHARE;
  const frame = `<rect x="${MARGIN}" y="${MARGIN}" width="${box.width}" height="${box.height}" rx="${corner}" fill="#fff"/>`;
  const cushion = pieceOf("cushion", "", box, {
    swelling: { roundness: 0.7, thickest: 0.11 * depth, emboss: 0 },
    back: "plain",
  });
  const { width: whole, height } = cushion.box;
  const paint = async (width: number): Promise<Raster> => {
    const view = { left: 0, top: 0, width: whole, height };
    const mask = await paintSvg(frame, view, width);
    const border = Math.round((width * (MARGIN + BORDER)) / whole);
    const resized = await sharp(picture.data, {
      raw: { width: picture.width, height: picture.height, channels: 4 },
    })
      .flatten({ background: "#fff" })
      .resize(mask.width - 2 * border, mask.height - 2 * border, { fit: "fill" })
      .extend({ top: border, bottom: border, left: border, right: border, background: "#fff" })
      .ensureAlpha()
      .raw()
      .toBuffer();
    for (let at = 3; at < resized.length; at += 4) resized[at] = mask.data[at] ?? 0;
    return { ...mask, data: resized };
  };
  return [{ ...cushion, paint }];
}
