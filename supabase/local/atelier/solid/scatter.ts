import type { Random } from "../scene/random.ts";
import type { Point } from "./contour.ts";
import { valueAt } from "./field.ts";
import type { Surface } from "./relief.ts";

const NEAREST = 2.1;
const FARTHEST = 11;
const BUCKET = 4;
const CREASE_REACH = 1.3;
/** Narrower than this, a form needs points along its middle or it would have no thickness. */
const NARROW = 9;

/**
 * Spreads points over a surface: close along outlines and folds, wide apart where it is smooth, along the middle of
 * what is narrow. `coarseness` 1 suits most; more makes fewer points.
 */
export function scatter({ inside, fold, creases }: Surface, random: Random, coarseness: number): Point[] {
  const { width, height, values } = inside;
  const columns = Math.ceil(width / BUCKET);
  const buckets: Point[][] = Array.from({ length: columns * Math.ceil(height / BUCKET) }, () => []);
  const points: Point[] = [];

  function isFree(x: number, y: number, reach: number): boolean {
    const around = Math.ceil(reach / BUCKET);
    const [column, row] = [Math.floor(x / BUCKET), Math.floor(y / BUCKET)];
    for (let r = Math.max(0, row - around); r <= row + around; r += 1)
      for (let c = Math.max(0, column - around); c <= Math.min(columns - 1, column + around); c += 1)
        for (const [px, py] of buckets[r * columns + c] ?? [])
          if ((px - x) ** 2 + (py - y) ** 2 < reach * reach) return false;
    return true;
  }
  function offer(x: number, y: number, reach: number): void {
    if (!isFree(x, y, reach * coarseness)) return;
    points.push([x, y]);
    buckets[Math.floor(y / BUCKET) * columns + Math.floor(x / BUCKET)]?.push([x, y]);
  }
  function offerCell(cell: number): void {
    const away = Math.min(values[cell] ?? 0, (fold.values[cell] ?? 0) + 1);
    const reach = Math.max(NEAREST, Math.min(FARTHEST, 0.85 * away));
    offer((cell % width) + 0.5, Math.floor(cell / width) + 0.5, reach);
  }

  for (const [x, y] of creases) if (valueAt(inside, x, y) >= 1.2) offer(x, y, CREASE_REACH);

  const cells: number[] = [];
  for (let cell = 0; cell < values.length; cell += 1) if ((values[cell] ?? 0) >= 1.2) cells.push(cell);
  const at = (cell: number) => values[cell] ?? 0;
  const isRidge = (cell: number) =>
    at(cell) < NARROW &&
    ((at(cell) >= at(cell - 1) && at(cell) > at(cell + 1)) ||
      (at(cell) >= at(cell - width) && at(cell) > at(cell + width)));
  for (const cell of cells.filter(isRidge).sort((a, b) => at(b) - at(a) || a - b)) offerCell(cell);
  for (const cell of random.shuffle(cells)) offerCell(cell);
  return points;
}
