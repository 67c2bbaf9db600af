import { type Point, traceOutlines } from "./contour.ts";
import { blurred, cropAround, distanceInside, emptyField, type Field, slopeAt, valueAt } from "./field.ts";
import { inflate } from "./inflate.ts";

/** How a form swells. Shares are of the picture's longer side. */
export type Swelling = {
  /** 1 makes it as thick as its widest place is wide, so that a disk becomes a ball; less makes a cushion. */
  roundness: number;
  /** Half the thickness that no place exceeds: wide forms end in a flat side with a round edge. */
  thickest: number;
  /** How far the shapes on its surface stand out, 0 to 1. */
  emboss: number;
};

/** The surface over a mask: heights in pixels, and how near the next fold is. */
export type Surface = {
  /** The side one looks at, with all that stands out on it. */
  front: Field;
  /** The same without what stands out. */
  plain: Field;
  /** Distance in pixels to the outline or to the nearest fold. */
  fold: Field;
  /** Distance in pixels to the outline. */
  inside: Field;
  /** Points along the feet and shoulders of what stands out, which the mesh must follow to be crisp. */
  creases: Point[];
};

const MAIN_SHARE = 0.6;
const SMALLEST_SHARE = 0.0012;
const WIDEST_BEVEL = 0.04;
const STANDS_OUT = 0.75;
const FAR_SHARE = 0.62;
const CREASE_STEP = 4;
const FOOT = 0.9;
/** How far around a shape the mesh becomes finer. */
const REACH = 14;

/**
 * Shapes the surface over a mask. Of the shapes painted on it the largest is the body: what was painted before it
 * lies farther back, what was painted after it stands out, each with a round edge of its own.
 */
export function shapeSurface(mask: Field, shapes: Field[], swelling: Swelling): Surface {
  const side = Math.max(mask.width, mask.height);
  const inside = distanceInside(mask);
  const plain = emptyField(mask.width, mask.height);
  const balloon = inflate(mask);
  const cap = swelling.thickest * side;
  const stretch = (swelling.roundness * largest(inside)) / Math.sqrt(largest(balloon));
  for (let at = 0; at < plain.values.length; at += 1) {
    const height = stretch * Math.sqrt(balloon.values[at] ?? 0);
    plain.values[at] = cap * Math.tanh(height / cap);
  }
  const front = { ...plain, values: plain.values.slice() };
  const fold = { ...inside, values: inside.values.slice() };
  const area = areaOf(mask);
  const sizes = shapes.map(areaOf);
  const body = sizes.indexOf(Math.max(0, ...sizes));
  const creases: Point[] = [];
  recede(front, shapes.slice(0, Math.max(0, body)), shapes.slice(body));
  for (const [at, shape] of shapes.entries()) {
    const share = (sizes[at] ?? 0) / area;
    if (at <= body || share > MAIN_SHARE || share < SMALLEST_SHARE) continue;
    emboss({ front, fold, inside, creases }, shape, WIDEST_BEVEL * side, swelling.emboss);
  }
  return { front, plain, fold, inside, creases };
}

function largest({ values }: Field): number {
  return values.reduce((most, value) => Math.max(most, value), 1e-6);
}

function areaOf({ values }: Field): number {
  return values.reduce((sum, value) => sum + (value > 0.5 ? 1 : 0), 0);
}

/** Draws back what lies behind the body, such as the legs of the other side. */
function recede(front: Field, behind: Field[], before: Field[]): void {
  const far = emptyField(front.width, front.height);
  for (let at = 0; at < far.values.length; at += 1) {
    const isFar = behind.some(({ values }) => (values[at] ?? 0) > 0.5);
    if (isFar && !before.some(({ values }) => (values[at] ?? 0) > 0.5)) far.values[at] = 1;
  }
  const soft = blurred(far, 1);
  for (let at = 0; at < far.values.length; at += 1)
    front.values[at] = (front.values[at] ?? 0) * (1 - (1 - FAR_SHARE) * (soft.values[at] ?? 0));
}

/** Lets a shape stand out, its edge rounded over at most `widest` cells. */
function emboss(
  { front, fold, inside, creases }: Omit<Surface, "plain">,
  whole: Field,
  widest: number,
  strength: number,
): void {
  const { left, top, part: shape } = cropAround(whole, REACH);
  const depth = blurred(distanceInside(shape), 1);
  const bevel = Math.max(1.5, Math.min(widest, largest(depth) * 0.8));
  const rise = bevel * STANDS_OUT * strength;
  for (const [x, y] of creasesOf(shape, depth, bevel)) creases.push([x + left, y + top]);
  const outside = distanceInside({ ...shape, values: shape.values.map((value) => 1 - value) }, true);
  for (let cell = 0; cell < shape.values.length; cell += 1) {
    const at = (top + Math.floor(cell / shape.width)) * front.width + left + (cell % shape.width);
    const away = Math.max(depth.values[cell] ?? 0, outside.values[cell] ?? 0);
    fold.values[at] = Math.min(fold.values[at] ?? 0, away + 1);
    const inward = Math.min(1, (depth.values[cell] ?? 0) / bevel);
    // Nothing stands out at the very outline, where front and back meet.
    const ashore = Math.min(1, (inside.values[at] ?? 0) / (bevel + 1));
    front.values[at] = (front.values[at] ?? 0) + rise * Math.sqrt(1 - (1 - inward) ** 2) * ashore;
  }
}

/** Pairs of points along the outline of a shape: one just outside it, one where its round edge ends. */
function creasesOf(shape: Field, depth: Field, bevel: number): Point[] {
  const rings = traceOutlines(shape, 0.3, CREASE_STEP).flatMap(({ ring, holes }) => [ring, ...holes]);
  const soft = blurred(shape, 1);
  return rings.flat().flatMap(([x, y]): Point[] => {
    const [right, down] = slopeAt(soft, x, y);
    const steepness = Math.hypot(right, down) || 1;
    const along = (distance: number): Point => [
      x + (right / steepness) * distance,
      y + (down / steepness) * distance,
    ];
    const shoulder = along(bevel * 0.7);
    const foot = along(-FOOT);
    return valueAt(depth, ...shoulder) > bevel * 0.4 ? [foot, along(bevel * 0.2), shoulder] : [foot];
  });
}
