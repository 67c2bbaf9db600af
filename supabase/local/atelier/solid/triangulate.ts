import earcut from "earcut";
import type { Outline, Point } from "./contour.ts";

/** A flat mesh: the first `rim` points lie on outlines, the others inside; three indices per triangle. */
export type FlatMesh = { points: Point[]; rim: number; triangles: number[] };

const FLAT = 1e-9;

/**
 * Fills the outlines with well-shaped triangles over the given inner points: ear clipping first, so that every edge of
 * an outline stays, then the points one by one, flipping edges as Lawson does. Points outside are passed over.
 */
export function triangulate(outlines: Outline[], inner: Point[]): FlatMesh {
  const points: Point[] = [];
  const triangles: number[] = [];
  for (const { ring, holes } of outlines) {
    const first = points.length;
    const starts: number[] = [];
    points.push(...ring);
    for (const hole of holes) {
      starts.push(points.length - first);
      points.push(...hole);
    }
    const filled = earcut(points.slice(first).flat(), starts);
    for (let at = 0; at < filled.length; at += 3) {
      const corners = [0, 1, 2].map((corner) => first + (filled[at + corner] ?? 0)) as Corners;
      triangles.push(...(turn(points, ...corners) > 0 ? corners : corners.toReversed()));
    }
  }
  const rim = points.length;
  const mesh = createMesh(points, triangles);
  mesh.legaliseAll();
  for (const point of inner) mesh.insert(point);
  return { points, rim, triangles };
}

type Corners = [number, number, number];

/** Twice the area of a triangle, positive when it runs clockwise on a picture. */
function turn(points: Point[], a: number, b: number, c: number): number {
  const [ax, ay] = points[a] as Point;
  const [bx, by] = points[b] as Point;
  const [cx, cy] = points[c] as Point;
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** Edges by half: half-edge `h` runs from corner `h` to the next corner of its triangle; -1 has no twin. */
function createMesh(points: Point[], triangles: number[]) {
  const twins: number[] = new Array(triangles.length).fill(-1);
  const following = (half: number) => (half % 3 === 2 ? half - 2 : half + 1);
  const preceding = (half: number) => (half % 3 === 0 ? half + 2 : half - 1);
  const corner = (half: number) => triangles[half] as number;
  const open = new Map<string, number>();
  for (let half = 0; half < triangles.length; half += 1) {
    const [from, to] = [corner(half), corner(following(half))];
    const twin = open.get(`${to}-${from}`);
    if (twin === undefined) open.set(`${from}-${to}`, half);
    else link(half, twin);
  }
  let near = 0;

  function link(half: number, twin: number): void {
    twins[half] = twin;
    if (twin >= 0) twins[twin] = half;
  }

  /** Whether the far corner beyond an edge lies in the circle around its triangle, so that the edge should flip. */
  function wantsFlip(half: number): boolean {
    const twin = twins[half] ?? -1;
    if (twin < 0) return false;
    const [a, b, c] = [corner(half), corner(following(half)), corner(preceding(half))];
    const d = corner(preceding(twin));
    if (turn(points, a, d, c) <= FLAT || turn(points, d, b, c) <= FLAT) return false;
    const [dx, dy] = points[d] as Point;
    const rows = [a, b, c].map((at) => {
      const [x, y] = points[at] as Point;
      return [x - dx, y - dy, (x - dx) ** 2 + (y - dy) ** 2] as const;
    });
    const [[ax, ay, aa], [bx, by, bb], [cx, cy, cc]] = rows as [Row, Row, Row];
    return ax * (by * cc - bb * cy) - ay * (bx * cc - bb * cx) + aa * (bx * cy - by * cx) > 1e-7;
  }

  /** Turns the edge between two triangles into the other diagonal; returns the four outer edges. */
  function flip(half: number): number[] {
    const twin = twins[half] as number;
    const [after, before] = [following(half), preceding(half)];
    const [twinAfter, twinBefore] = [following(twin), preceding(twin)];
    const [far, twinFar] = [corner(before), corner(twinBefore)];
    triangles[half] = twinFar;
    triangles[twin] = far;
    link(half, twins[twinBefore] ?? -1);
    link(twin, twins[before] ?? -1);
    link(before, twinBefore);
    return [half, after, twin, twinAfter];
  }

  function legalise(stack: number[]): void {
    let patience = 64 + stack.length * 24;
    for (let half = stack.pop(); half !== undefined && patience > 0; half = stack.pop()) {
      if (!wantsFlip(half)) continue;
      stack.push(...flip(half));
      patience -= 1;
    }
  }

  /** Walks from the last place towards the point; -1 when it lies in no triangle. */
  function locate(point: Point): number {
    const isBeyond = (half: number) => {
      const [ax, ay] = points[corner(half)] as Point;
      const [bx, by] = points[corner(following(half))] as Point;
      return (bx - ax) * (point[1] - ay) - (by - ay) * (point[0] - ax) < 0;
    };
    let triangle = near;
    for (let step = 0; step < 256; step += 1) {
      const exit = [0, 1, 2].map((at) => triangle * 3 + at).find(isBeyond);
      if (exit === undefined) return triangle;
      const twin = twins[exit] ?? -1;
      if (twin < 0) break;
      triangle = Math.floor(twin / 3);
    }
    for (let at = 0; at < triangles.length / 3; at += 1)
      if (![0, 1, 2].some((side) => isBeyond(at * 3 + side))) return at;
    return -1;
  }

  return {
    legaliseAll(): void {
      legalise(triangles.map((_, half) => half));
    },
    insert(point: Point): void {
      const triangle = locate(point);
      if (triangle < 0) return;
      near = triangle;
      const middle = points.push(point) - 1;
      const half = triangle * 3;
      const [a, b, c] = [corner(half), corner(half + 1), corner(half + 2)];
      const [afterB, afterC] = [twins[half + 1] ?? -1, twins[half + 2] ?? -1];
      const second = triangles.length;
      triangles[half + 2] = middle;
      triangles.push(b, c, middle, c, a, middle);
      twins.push(-1, -1, -1, -1, -1, -1);
      link(second, afterB);
      link(second + 3, afterC);
      link(half + 1, second + 2);
      link(second + 1, second + 5);
      link(second + 4, half + 2);
      legalise([half, second, second + 3]);
    },
  };
}

type Row = readonly [number, number, number];
