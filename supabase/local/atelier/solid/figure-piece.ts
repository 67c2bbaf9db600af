import { figure, figureSize } from "../art/figure.ts";
import { findIcon, ICON_MARGIN } from "../art/library.ts";
import { type Box, type Piece, paintSvg } from "./piece.ts";
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

/** Longer side of a figure in a toy's units. */
export const FIGURE_SIZE = 100;
/** Room around what is painted, so that no outline touches the border of its picture. */
export const PIECE_MARGIN = 2;
export const SOFT: Swelling = { roundness: 0.86, thickest: 0.5, emboss: 0.7 };

/** A piece that shows SVG markup; `box` is what of it is seen. */
export function pieceOf(name: string, markup: string, box: Box, parts: Partial<Piece>): Piece {
  const padded = {
    left: box.left - PIECE_MARGIN,
    top: box.top - PIECE_MARGIN,
    width: box.width + 2 * PIECE_MARGIN,
    height: box.height + 2 * PIECE_MARGIN,
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

/** The whole figure of an art token in one piece, its foot in the middle of the toy. */
export function wholeFigure(token: string, { colour, swelling, depth, back }: Making): Piece {
  const [width, height] = figureSize(token, FIGURE_SIZE);
  const markup = figure(token, 0, 0, FIGURE_SIZE, colour ? { colour } : {});
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

/** The solid shapes of a figure: an icon's are found in its vectors and laid where its picture is. */
export function shapesOf(token: string, markup: string): string[] {
  const image = markup.match(/<image [^>]*x="([^"]+)" y="([^"]+)" width="([^"]+)" height="[^"]+"/);
  const icon = findIcon(token);
  if (!image || !icon) return solidShapes(markup).map(({ svg }) => svg);
  const scale = Number(image[3]) / (icon.width + 2 * ICON_MARGIN);
  const place = `translate(${image[1]} ${image[2]}) scale(${scale}) translate(${ICON_MARGIN} ${ICON_MARGIN})`;
  return solidShapes(icon.body).map(({ svg }) => `<g transform="${place}">${svg}</g>`);
}
