/** Where something is on the screen. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const ways: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Sideways counts this much more than straight on. */
const aside = 3;

/**
 * The place of the box that an arrow key leads to from `at`, however the boxes are laid out; `at` itself where there is none
 * that way, and null for other keys. From nowhere (-1) any arrow leads to the first.
 */
export function nearest(boxes: readonly Box[], at: number, key: string): number | null {
  const way = ways[key];
  if (!way) return null;
  const from = boxes[at];
  if (!from) return boxes.length > 0 ? 0 : null;
  const [x, y] = way;
  const distances = boxes.map((box) => {
    const right = box.left + box.width / 2 - from.left - from.width / 2;
    const down = box.top + box.height / 2 - from.top - from.height / 2;
    const ahead = right * x + down * y;
    return ahead > 1 ? ahead + aside * Math.abs(right * y + down * x) : Number.POSITIVE_INFINITY;
  });
  const least = Math.min(...distances);
  return Number.isFinite(least) ? distances.indexOf(least) : at;
}
