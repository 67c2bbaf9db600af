/** A part of a picture, in its pixels. */
export interface Part {
  x: number;
  y: number;
  side: number;
}

interface Size {
  width: number;
  height: number;
}

/** Where the square lies along the longer side: 0 at the beginning, 0.5 in the middle, 1 at the end. */
export type Place = number;

/** The largest square of a picture, at this place along its longer side. */
export function squareOf({ width, height }: Size, place: Place = 0.5): Part {
  const side = Math.min(width, height);
  const at = Math.min(1, Math.max(0, place));
  return { x: Math.round((width - side) * at), y: Math.round((height - side) * at), side };
}

/** Pixels of each side of the card that is made of such a part: never blown up, and as large as a model's at most. */
export function sideOf({ side }: Part, largest = 1024): number {
  return Math.min(side, largest);
}
