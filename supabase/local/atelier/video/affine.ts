/** A plane's affine map, as SVG's `matrix(a b c d e f)`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

export function translation(x: number, y: number): Affine {
  return [1, 0, 0, 1, x, y];
}

export function scaling(x: number, y: number): Affine {
  return [x, 0, 0, y, 0, 0];
}

/** A turn by radians, clockwise on a screen. */
export function rotation(angle: number): Affine {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, 0, 0];
}

/** The map about a point instead of the origin. */
export function about(x: number, y: number, map: Affine): Affine {
  return chain(translation(x, y), map, translation(-x, -y));
}

/** The maps one after the other, the last one first, as nested SVG groups would. */
export function chain(...maps: Affine[]): Affine {
  return maps.reduce(
    ([a, b, c, d, e, f], [A, B, C, D, E, F]): Affine => [
      a * A + c * B,
      b * A + d * B,
      a * C + c * D,
      b * C + d * D,
      a * E + c * F + e,
      b * E + d * F + f,
    ],
    IDENTITY,
  );
}

/** The map back. */
export function inverse([a, b, c, d, e, f]: Affine): Affine {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

export function applied([a, b, c, d, e, f]: Affine, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The map as an SVG transform. */
export function asTransform(map: Affine): string {
  return `matrix(${map.map((value) => Number(value.toFixed(5))).join(" ")})`;
}
