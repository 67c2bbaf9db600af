import { needsBody, plush } from "./bodies/plush.ts";
import { DRAWING_BOX, drawingSvg, isDrawn } from "./drawings.ts";
import { findBounds } from "./library.ts";
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
  const bounds = findBounds(token);
  if (!bounds) return "";
  const [left, top, right, bottom] = bounds;
  const scale = size / (Math.max(right - left, bottom - top) * DRAWING_BOX.side);
  const middle = DRAWING_BOX.left + (DRAWING_BOX.side * (left + right)) / 2;
  const foot = DRAWING_BOX.top + DRAWING_BOX.side * bottom;
  const inner = `<g transform="scale(${scale.toFixed(4)}) translate(${short(-middle)} ${short(-foot)})">${drawingSvg(token, pose.colour)}</g>`;
  return `<g transform="${placed(x, y, pose)}">${inner}</g>`;
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
