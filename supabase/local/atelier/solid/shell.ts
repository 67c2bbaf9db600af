import type { Random } from "../scene/random.ts";
import { type Outline, traceOutlines } from "./contour.ts";
import { blurred, type Field, slopeAt, valueAt } from "./field.ts";
import { type Surface, type Swelling, shapeSurface } from "./relief.ts";
import { scatter } from "./scatter.ts";
import { triangulate } from "./triangulate.ts";

/** A closed puffy form over a mask, in the mask's pixels; y grows downwards, z towards the eye. */
export type Shell = {
  /** Corners; the first `rim` lie on the outline, then come the front's and, in the same order, the back's. */
  positions: Float32Array;
  normals: Float32Array;
  rim: number;
  /** Three corners per triangle, clockwise seen from outside with y pointing down. */
  front: number[];
  back: number[];
};

const TOLERANCE = 0.3;
const LONGEST_EDGE = 7;

/** A form before it is cut into triangles. */
export type Form = { mask: Field; outlines: Outline[]; surface: Surface };

/** Shapes the form over a mask and what is painted on it. */
export function shapeForm(mask: Field, shapes: Field[], swelling: Swelling): Form {
  return {
    mask,
    outlines: traceOutlines(mask, TOLERANCE, LONGEST_EDGE),
    surface: shapeSurface(mask, shapes, swelling),
  };
}

/** Makes the shell of a form; `backEmbossed` gives the back what stands out on the front. Null when nothing is there. */
export function makeShell(
  { mask, outlines, surface }: Form,
  options: { random: Random; coarseness: number; backEmbossed: boolean },
): Shell | null {
  if (!outlines.length) return null;
  const flat = triangulate(outlines, scatter(surface, options.random, options.coarseness));
  const { points, rim } = flat;
  const inner = points.length - rim;
  const positions = new Float32Array((rim + 2 * inner) * 3);
  const normals = new Float32Array(positions.length);
  const rear = options.backEmbossed ? surface.front : surface.plain;
  const frontNormal = normalsOver(surface.front, mask);
  const rearNormal = rear === surface.front ? frontNormal : normalsOver(rear, mask);
  for (const [at, [x, y]] of points.entries()) {
    const isRim = at < rim;
    positions.set([x, y, isRim ? 0 : heightAt(surface.front, x, y)], at * 3);
    normals.set(frontNormal(x, y, isRim), at * 3);
    if (isRim) continue;
    const [nx, ny, nz] = rearNormal(x, y, false);
    positions.set([x, y, -heightAt(rear, x, y)], (at + inner) * 3);
    normals.set([nx, ny, -nz], (at + inner) * 3);
  }
  const front: number[] = [];
  const back: number[] = [];
  const behind = (at: number) => (at < rim ? at : at + inner);
  for (let at = 0; at < flat.triangles.length; at += 3) {
    const [a = 0, b = 0, c = 0] = flat.triangles.slice(at, at + 3);
    front.push(a, b, c);
    back.push(behind(a), behind(c), behind(b));
  }
  return { positions, normals, rim, front, back };
}

function heightAt(field: Field, x: number, y: number): number {
  return Math.max(0.05, valueAt(field, x, y));
}

/**
 * Normals of a surface at a point, from the slope of the squared height: unlike the height itself it does not become
 * infinitely steep at the outline, so that the edge is shaded as round as it is.
 */
function normalsOver(surface: Field, mask: Field): (x: number, y: number, isRim: boolean) => Vector {
  const squared = blurred({ ...surface, values: surface.values.map((height) => height * height) }, 1);
  const solidity = blurred(mask, 1);
  return (x, y, isRim) => {
    const [right, down] = slopeAt(isRim ? solidity : squared, x, y);
    const height = isRim ? 0 : Math.sqrt(valueAt(squared, x, y));
    const size = Math.hypot(right / 2, down / 2, height);
    return size < 1e-9 ? [0, 0, 1] : [-right / 2 / size, -down / 2 / size, height / size];
  };
}

type Vector = readonly [number, number, number];
