import { needsBody, PLUSH_BOX, plush } from "./bodies/plush.ts";
import { DRAWING_BOX, drawingSvg, isDrawn } from "./drawings.ts";
import { findBounds, findIcon, ICON_MARGIN } from "./library.ts";
import { short } from "./paint.ts";
import { type Pose, placed, sprite } from "./sprites.ts";

/** Plush toys are taller than their size so that their heads match the faces of whole animals. */
const PLUSH_HEIGHT = 1.12;
const PLUSH_WIDTH = 0.86;

/** Icons that read better in another colour than their own: on a dark sky, or without their emblem's meaning. */
const FRIENDLIER_COLOURS: Record<string, string> = {
  "alien-monster": "#5fdc7a",
  "rescue-workers-helmet": "#ffc42e",
};

/** How a figure is held: plush toys may wave. */
export type FigurePose = Pose & { wave?: boolean };

/** Draws any art token, whatever it is made of: `x` is its middle, `y` its lowest visible point, `size` its longer side. */
export function figure(token: string, x: number, y: number, size: number, pose: FigurePose = {}): string {
  if (needsBody(token)) return plush(token, x, y, size * PLUSH_HEIGHT, pose);
  if (!isDrawn(token))
    return sprite(token, x, y, size, { ...pose, colour: pose.colour ?? FRIENDLIER_COLOURS[token] });
  const units = figureUnits(token, size);
  if (!units) return "";
  const { scale, middle, foot } = units;
  const inner = `<g transform="scale(${scale.toFixed(4)}) translate(${short(-middle)} ${short(-foot)})">${drawingSvg(token, pose.colour)}</g>`;
  return `<g transform="${placed(x, y, pose)}">${inner}</g>`;
}

/**
 * The units in which the art of a figure is drawn: how many picture units each is, and which point of them stands at the
 * figure's place. Null for what cannot be shown.
 */
export function figureUnits(
  token: string,
  size: number,
): { scale: number; middle: number; foot: number } | null {
  if (needsBody(token))
    return {
      scale: (size * PLUSH_HEIGHT) / PLUSH_BOX.height,
      middle: PLUSH_BOX.width / 2,
      foot: PLUSH_BOX.height,
    };
  const bounds = findBounds(token);
  if (!bounds) return null;
  const [left, top, right, bottom, aspect] = bounds;
  const icon = isDrawn(token) ? null : findIcon(token);
  const side = icon ? icon.width + 2 * ICON_MARGIN : DRAWING_BOX.side;
  const [x, y] = icon ? [-ICON_MARGIN, -ICON_MARGIN] : [DRAWING_BOX.left, DRAWING_BOX.top];
  return {
    scale: size / (Math.max(right - left, (bottom - top) * aspect) * side),
    middle: x + (side * (left + right)) / 2,
    foot: y + side * aspect * bottom,
  };
}

/** Width and height of what is visible of a figure of that size. */
export function figureSize(token: string, size: number): [width: number, height: number] {
  if (needsBody(token)) return [size * PLUSH_WIDTH, size * PLUSH_HEIGHT];
  const bounds = findBounds(token);
  if (!bounds) return [size, size];
  const [left, top, right, bottom, aspect] = bounds;
  const width = right - left;
  const height = (bottom - top) * aspect;
  const longer = Math.max(width, height);
  return [(size * width) / longer, (size * height) / longer];
}

/** Whether the token can be shown at all. */
export function hasArt(token: string): boolean {
  return findBounds(token) !== null;
}
