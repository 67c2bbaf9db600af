import { emptyField, type Field } from "./field.ts";

const COARSEST = 40;
const SWEEPS = 30;

/**
 * Blows the mask (values above a half) up like a balloon. The square root of the result is a height in pixels:
 * a disk becomes a true half ball, wide places swell more than narrow ones, and the edge is round.
 * It solves Poisson's equation with zero at the edge, on coarse grids first.
 */
export function inflate(mask: Field): Field {
  const field = emptyField(mask.width, mask.height);
  if (Math.max(mask.width, mask.height) > COARSEST) {
    const half = inflate(halved(mask));
    for (let row = 0; row < field.height; row += 1)
      for (let column = 0; column < field.width; column += 1) {
        const coarse =
          Math.min(row >> 1, half.height - 1) * half.width + Math.min(column >> 1, half.width - 1);
        // Heights are in pixels of their own grid, and the field is their square.
        field.values[row * field.width + column] = 4 * (half.values[coarse] ?? 0);
      }
  }
  const deep = Math.max(mask.width, mask.height) > COARSEST ? SWEEPS : SWEEPS * 4;
  for (let sweep = 0; sweep < deep; sweep += 1) relax(field, mask, sweep < deep - 4 ? 1.6 : 1);
  return field;
}

/** One sweep of successive over-relaxation, in two colours so that its order favours no direction. */
function relax({ width, height, values }: Field, mask: Field, push: number): void {
  for (const colour of [0, 1])
    for (let row = 0; row < height; row += 1)
      for (let column = (row + colour) % 2; column < width; column += 2) {
        const at = row * width + column;
        if ((mask.values[at] ?? 0) <= 0.5) {
          values[at] = 0;
          continue;
        }
        const sum =
          (column > 0 ? (values[at - 1] ?? 0) : 0) +
          (column < width - 1 ? (values[at + 1] ?? 0) : 0) +
          (row > 0 ? (values[at - width] ?? 0) : 0) +
          (row < height - 1 ? (values[at + width] ?? 0) : 0);
        const old = values[at] ?? 0;
        values[at] = old + push * ((sum + 4) / 4 - old);
      }
}

function halved(mask: Field): Field {
  const half = emptyField(Math.ceil(mask.width / 2), Math.ceil(mask.height / 2));
  for (let row = 0; row < half.height; row += 1)
    for (let column = 0; column < half.width; column += 1) {
      const at = row * 2 * mask.width + column * 2;
      const right = column * 2 + 1 < mask.width ? 1 : 0;
      const down = row * 2 + 1 < mask.height ? mask.width : 0;
      const cells = [at, at + right, at + down, at + right + down];
      half.values[row * half.width + column] =
        cells.reduce((sum, cell) => sum + (mask.values[cell] ?? 0), 0) / 4;
    }
  return half;
}
