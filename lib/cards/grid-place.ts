/** Where a card lies in its grid, in pixels from the grid's corner. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How many cards lie in the first row. */
export function columnsOf(boxes: readonly Box[]): number {
  const top = boxes[0]?.top;
  const next = boxes.findIndex((box) => box.top !== top);
  return next === -1 ? Math.max(1, boxes.length) : next;
}

/**
 * The place over which a pointer is; past the last card that is the last place. Null between cards and outside, where a
 * card that is being moved stays where it is.
 */
export function placeUnder(boxes: readonly Box[], x: number, y: number): number | null {
  const over = boxes.findIndex(
    ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
  );
  if (over !== -1) return over;
  const last = boxes.at(-1);
  if (!last) return null;
  const isBehind = y >= last.top && (x >= last.left + last.width || y >= last.top + last.height);
  return isBehind ? boxes.length - 1 : null;
}

/**
 * The place in a single column where a pointer at this height would lay down what lies at `from`: below all whose middle
 * is above it, so that what is taller than its neighbour does not jump to and fro.
 */
export function placeInColumn(boxes: readonly Box[], from: number, y: number): number {
  return boxes.filter(({ top, height }, at) => at !== from && top + height / 2 < y).length;
}

/** Where a key moves a lifted card to; null for keys that move nothing. Rows end where the deck ends. */
export function placeByKey(key: string, place: number, columns: number, count: number): number | null {
  const goals: Record<string, number> = {
    ArrowLeft: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place - columns,
    ArrowDown: place + columns,
    Home: 0,
    End: count - 1,
  };
  const goal = goals[key];
  return goal === undefined ? null : Math.max(0, Math.min(goal, count - 1));
}

/** Every item from one to another, both included, in the order of the list; only the other where one is not there. */
export function stretch<Item>(list: readonly Item[], from: Item, to: Item): Item[] {
  const [one, other] = [list.indexOf(from), list.indexOf(to)];
  if (one === -1 || other === -1) return [to];
  return list.slice(Math.min(one, other), Math.max(one, other) + 1);
}
