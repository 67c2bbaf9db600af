import { linear, radial, short } from "../art/paint.ts";
import type { Random } from "./random.ts";

export type Point = [x: number, y: number];
/** A horizon line: the height of the ground at any x, and its path from edge to edge. */
export type Ridge = { at(x: number): number; path: string };

/** The world is drawn wider than the picture, so that a camera may pan over it. */
export const LEFT = -140;
export const RIGHT = 1164;
export const TOP = -60;
export const WIDTH = RIGHT - LEFT;

export function rect(x: number, y: number, w: number, h: number, fill: string, opacity = 1): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}"${dim(opacity)}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, opacity = 1): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" fill="${fill}"${dim(opacity)}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, opacity = 1): string {
  return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}"${dim(opacity)}/>`;
}

/** The whole visible world in one fill, from `top` down. */
export function flood(fill: string, top = TOP, opacity = 1): string {
  return rect(LEFT, top, WIDTH, 1084 - top, fill, opacity);
}

/** A smooth path through the points (Catmull-Rom). */
export function smooth(points: Point[], close = false): string {
  const count = points.length;
  const at = (index: number): Point =>
    points[close ? (index + count) % count : Math.max(0, Math.min(count - 1, index))] ?? [0, 0];
  let path = `M${short(at(0)[0])},${short(at(0)[1])}`;
  for (let index = 0; index < (close ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const out: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const into: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${short(out[0])},${short(out[1])} ${short(into[0])},${short(into[1])} ${short(to[0])},${short(to[1])}`;
  }
  return close ? `${path}Z` : path;
}

/** A rolling horizon around `y`; `stretch` above 1 makes shorter waves. */
export function ridge(random: Random, y: number, swing: number, stretch = 1): Ridge {
  const [a, b, c] = [random.between(0, 6), random.between(0, 6), random.between(0, 6)];
  const at = (x: number) =>
    y +
    swing *
      (0.55 * Math.sin((x / 330) * stretch + a) +
        0.3 * Math.sin((x / 170) * stretch + b) +
        0.15 * Math.sin((x / 75) * stretch + c));
  const points: Point[] = [];
  for (let x = LEFT; x < RIGHT; x += 32) points.push([x, at(x)]);
  points.push([RIGHT, at(RIGHT)]);
  return { at, path: smooth(points) };
}

/** Flat ground at a height. */
export function level(y: number): Ridge {
  return { at: () => y, path: `M${LEFT},${y}H${RIGHT}` };
}

/** The land under a ridge, with a rim of light. */
export function hill(land: Ridge, top: string, bottom: string, rim = "#fff", rimOpacity = 0.35): string {
  const paint = linear([
    [0, top],
    [1, bottom],
  ]);
  return `${paint.defs}<path d="${land.path}L${RIGHT},1100L${LEFT},1100Z" fill="${paint.fill}"/><path d="${land.path}" fill="none" stroke="${rim}" stroke-width="5" opacity="${rimOpacity}"/>`;
}

/** A soft contact shadow. */
export function shadow(x: number, y: number, rx: number, ry: number, opacity = 0.32): string {
  const paint = radial([
    [0, "#22104a", opacity],
    [0.6, "#22104a", Number((opacity * 0.7).toFixed(3))],
    [1, "#22104a", 0],
  ]);
  return paint.defs + ellipse(x, y, rx, ry, paint.fill);
}

export function glow(x: number, y: number, r: number, colour: string, opacity: number): string {
  const paint = radial([
    [0, colour, Number(opacity.toFixed(3))],
    [0.5, colour, Number((opacity * 0.5).toFixed(3))],
    [1, colour, 0],
  ]);
  return paint.defs + circle(x, y, r, paint.fill);
}

/** Calls `draw` a number of times and joins what it returns. */
export function repeat(count: number, draw: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => draw(at)).join("");
}

function dim(opacity: number): string {
  return opacity === 1 ? "" : ` opacity="${short(opacity * 10) / 10}"`;
}
