/** A grid of numbers over a picture. Places are in pixels; the value of a cell belongs to its centre. */
export type Field = { width: number; height: number; values: Float32Array };

/** A field of zeros. */
export function emptyField(width: number, height: number): Field {
  return { width, height, values: new Float32Array(width * height) };
}

/** The value at any place, blended between the four nearest cells; 0 outside. */
export function valueAt({ width, height, values }: Field, x: number, y: number): number {
  const [column, row] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [alongX, alongY] = [x - 0.5 - column, y - 0.5 - row];
  const cell = (c: number, r: number) =>
    c < 0 || r < 0 || c >= width || r >= height ? 0 : (values[r * width + c] ?? 0);
  const above = cell(column, row) * (1 - alongX) + cell(column + 1, row) * alongX;
  const below = cell(column, row + 1) * (1 - alongX) + cell(column + 1, row + 1) * alongX;
  return above * (1 - alongY) + below * alongY;
}

/** The part of a field around everything above a half, `margin` cells wider on all sides where there is room. */
export function cropAround(field: Field, margin: number): { left: number; top: number; part: Field } {
  const { width, height, values } = field;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    if ((values[at] ?? 0) <= 0.5) continue;
    const [column, row] = [at % width, Math.floor(at / width)];
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
  }
  [left, top] = [Math.max(0, left - margin), Math.max(0, top - margin)];
  [right, bottom] = [Math.min(width, right + margin), Math.min(height, bottom + margin)];
  const part = emptyField(Math.max(0, right - left), Math.max(0, bottom - top));
  for (let row = 0; row < part.height; row += 1)
    part.values.set(
      values.subarray((top + row) * width + left, (top + row) * width + right),
      row * part.width,
    );
  return { left, top, part };
}

/** How fast the field rises per pixel to the right and downwards. */
export function slopeAt(field: Field, x: number, y: number): [right: number, down: number] {
  return [
    (valueAt(field, x + 1, y) - valueAt(field, x - 1, y)) / 2,
    (valueAt(field, x, y + 1) - valueAt(field, x, y - 1)) / 2,
  ];
}

/**
 * Distance in pixels of every cell inside the mask (values above a half) to its edge, 0 outside: two chamfer sweeps,
 * within four percent of the true distance. The picture's own border counts as an edge unless the mask `goesOn` there.
 */
export function distanceInside(mask: Field, goesOn = false): Field {
  const { width, height } = mask;
  const field = emptyField(width, height);
  const { values } = field;
  for (let at = 0; at < values.length; at += 1) values[at] = (mask.values[at] ?? 0) > 0.5 ? 1e6 : 0;
  const near = (column: number, row: number, step: number) =>
    column < 0 || row < 0 || column >= width || row >= height
      ? goesOn
        ? 1e6
        : step * 0.5
      : (values[row * width + column] ?? 0) + step;
  const sweep = (row: number, column: number, toward: -1 | 1) => {
    const at = row * width + column;
    if (!values[at]) return;
    values[at] = Math.min(
      values[at] ?? 0,
      near(column + toward, row, 1),
      near(column, row + toward, 1),
      near(column + toward, row + toward, Math.SQRT2),
      near(column - toward, row + toward, Math.SQRT2),
    );
  };
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) sweep(row, column, -1);
  for (let row = height - 1; row >= 0; row -= 1)
    for (let column = width - 1; column >= 0; column -= 1) sweep(row, column, 1);
  return field;
}

/** The field blurred by three box sweeps of `radius` cells, about a Gaussian. */
export function blurred(field: Field, radius: number): Field {
  let { values } = field;
  for (let pass = 0; pass < 3; pass += 1) {
    values = boxSweep(values, field.width, field.height, radius, 1, field.width);
    values = boxSweep(values, field.height, field.width, radius, field.width, 1);
  }
  return { ...field, values };
}

function boxSweep(
  values: Float32Array,
  length: number,
  lines: number,
  radius: number,
  step: number,
  lineStep: number,
): Float32Array {
  const swept = new Float32Array(values.length);
  for (let line = 0; line < lines; line += 1) {
    let sum = 0;
    const at = (index: number) =>
      index < 0 || index >= length ? 0 : (values[line * lineStep + index * step] ?? 0);
    for (let index = -radius; index < radius; index += 1) sum += at(index);
    for (let index = 0; index < length; index += 1) {
      sum += at(index + radius) - at(index - radius - 1);
      swept[line * lineStep + index * step] = sum / (2 * radius + 1);
    }
  }
  return swept;
}
