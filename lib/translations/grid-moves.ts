/** A cell of the table, both counted from 0. */
export interface Spot {
  row: number;
  column: number;
}

export interface Size {
  rows: number;
  columns: number;
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));

/** Where a key leads from a cell, as in a spreadsheet; null for keys that lead nowhere. `far`: Ctrl or Cmd is held. */
export function moveBy(key: string, from: Spot, size: Size, far = false): Spot | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row, column } = from;
  switch (key) {
    case "ArrowUp":
      return { row: far ? 0 : clamp(row - 1, last.row), column };
    case "ArrowDown":
      return { row: far ? last.row : clamp(row + 1, last.row), column };
    case "ArrowLeft":
      return { row, column: far ? 0 : clamp(column - 1, last.column) };
    case "ArrowRight":
      return { row, column: far ? last.column : clamp(column + 1, last.column) };
    case "Home":
      return { row: far ? 0 : row, column: 0 };
    case "End":
      return { row: far ? last.row : row, column: last.column };
    case "PageUp":
      return { row: clamp(row - 10, last.row), column };
    case "PageDown":
      return { row: clamp(row + 10, last.row), column };
    default:
      return null;
  }
}

/** The next cell in reading order, or the one before; null past the first and the last, where the table is left. */
export function stepFrom({ row, column }: Spot, { rows, columns }: Size, step: 1 | -1): Spot | null {
  const at = row * columns + column + step;
  return at < 0 || at >= rows * columns ? null : { row: Math.floor(at / columns), column: at % columns };
}

/** A block of cells between two of its corners. */
export interface Block {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function blockBetween(one: Spot, other: Spot): Block {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

export function isInside({ top, left, bottom, right }: Block, { row, column }: Spot): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
