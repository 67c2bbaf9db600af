import type { Field } from "./field.ts";

export type Point = [x: number, y: number];
/** An outline and the holes in it, each a closed ring. */
export type Outline = { ring: Point[]; holes: Point[][] };

const SMALLEST_AREA = 5;

/** The outlines of the mask where its values cross a half, in pixels; specks are left out. */
export function traceOutlines(mask: Field, tolerance: number, longest: number): Outline[] {
  const rings = traceRings(mask)
    .map((ring) => cutLong(simplify(ring, tolerance), longest))
    .filter((ring) => ring.length >= 3 && Math.abs(areaOf(ring)) >= SMALLEST_AREA);
  const outlines = rings
    .filter((ring) => areaOf(ring) > 0)
    .sort((a, b) => areaOf(a) - areaOf(b))
    .map((ring): Outline => ({ ring, holes: [] }));
  for (const hole of rings.filter((ring) => areaOf(ring) < 0))
    outlines.find(({ ring }) => isInside(hole[0] as Point, ring))?.holes.push(hole);
  return outlines;
}

/** Marching squares: every ring keeps the inside on the same hand, so holes have a negative area. */
function traceRings({ width, height, values }: Field): Point[][] {
  const level = (column: number, row: number) =>
    (column < 0 || row < 0 || column >= width || row >= height ? 0 : (values[row * width + column] ?? 0)) -
    0.5;
  const columns = width + 1;
  // Edges of the grid between cell centres: even numbers lie along rows, odd ones along columns.
  const across = (column: number, row: number) => 2 * ((row + 1) * (columns + 1) + column + 1);
  const down = (column: number, row: number) => across(column, row) + 1;
  const next = new Map<number, number>();
  const places = new Map<number, Point>();
  const cross = (edge: number, c1: number, r1: number, c2: number, r2: number) => {
    const [a, b] = [level(c1, r1), level(c2, r2)];
    const share = a / (a - b);
    places.set(edge, [c1 + (c2 - c1) * share + 0.5, r1 + (r2 - r1) * share + 0.5]);
    return edge;
  };
  for (let row = -1; row < height; row += 1)
    for (let column = -1; column < width; column += 1) {
      const corners = [
        level(column, row) > 0,
        level(column + 1, row) > 0,
        level(column + 1, row + 1) > 0,
        level(column, row + 1) > 0,
      ];
      const top = () => cross(across(column, row), column, row, column + 1, row);
      const right = () => cross(down(column + 1, row), column + 1, row, column + 1, row + 1);
      const bottom = () => cross(across(column, row + 1), column, row + 1, column + 1, row + 1);
      const left = () => cross(down(column, row), column, row, column, row + 1);
      const sides = [left, top, right, bottom];
      // Walking the corners, an inside run begins on the side before it and ends on the side after it.
      for (let corner = 0; corner < 4; corner += 1) {
        if (!corners[corner] || corners[(corner + 3) % 4]) continue;
        let last = corner;
        while (corners[(last + 1) % 4]) last = (last + 1) % 4;
        const [from, to] = [sides[corner], sides[(last + 1) % 4]];
        if (from && to) next.set(from(), to());
      }
    }
  return followRings(next, places);
}

function followRings(next: Map<number, number>, places: Map<number, Point>): Point[][] {
  const rings: Point[][] = [];
  while (next.size) {
    const ring: Point[] = [];
    let edge: number | undefined = next.keys().next().value;
    while (edge !== undefined && next.has(edge)) {
      const following: number | undefined = next.get(edge);
      next.delete(edge);
      const place = places.get(edge);
      if (place) ring.push(place);
      edge = following;
    }
    rings.push(ring.reverse());
  }
  return rings;
}

/** Twice-signed area halved; positive when the ring runs clockwise on a picture, whose y grows downwards. */
export function areaOf(ring: Point[]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] as Point;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function isInside([x, y]: Point, ring: Point[]): boolean {
  let inside = false;
  for (const [at, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(at + 1) % ring.length] as Point;
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** Leaves out points nearer than `tolerance` to the line between those kept (Douglas and Peucker). */
function simplify(ring: Point[], tolerance: number): Point[] {
  const farthest = ring.reduce(
    (best, point, at) =>
      distance(point, ring[0] as Point) > distance(ring[best] as Point, ring[0] as Point) ? at : best,
    0,
  );
  const keep = new Set([0, farthest]);
  const spans: [number, number][] = [
    [0, farthest],
    [farthest, ring.length],
  ];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [worst, worstAt] = [tolerance, -1];
    for (let at = from + 1; at < to; at += 1) {
      const away = distanceToLine(ring[at] as Point, ring[from] as Point, ring[to % ring.length] as Point);
      if (away > worst) [worst, worstAt] = [away, at];
    }
    if (worstAt < 0) continue;
    keep.add(worstAt);
    spans.push([from, worstAt], [worstAt, to]);
  }
  return ring.filter((_, at) => keep.has(at));
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const length = distance(from, to);
  if (length < 1e-9) return distance(point, from);
  const along =
    ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / length ** 2;
  const share = Math.max(0, Math.min(1, along));
  return distance(point, [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
}

/** Cuts edges longer than `longest` into equal pieces. */
function cutLong(ring: Point[], longest: number): Point[] {
  return ring.flatMap((from, at) => {
    const to = ring[(at + 1) % ring.length] as Point;
    const pieces = Math.max(1, Math.ceil(distance(from, to) / longest));
    return Array.from({ length: pieces }, (_, piece): Point => {
      const share = piece / pieces;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });
}
