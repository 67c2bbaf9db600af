import type { Random } from "../../scene/random.ts";
import type { Meter } from "../score.ts";
import type { Mood } from "./words.ts";

/** A cell is the smallest unit of a melody's rhythm: half a bar of 4/4, a bar of 3/4 or 6/8. */
export const cellBeats: Record<Meter, number> = { "4/4": 2, "3/4": 3, "6/8": 2 };

type Cell = readonly number[];

const third = 1 / 3;

/** Lengths in beats. `still` and `lively` open and carry a phrase, `end` rests at its end. */
const cells: Record<Meter, { still: readonly Cell[]; lively: readonly Cell[]; end: readonly Cell[] }> = {
  "4/4": {
    still: [[1, 1], [1, 0.5, 0.5], [0.5, 0.5, 1], [1.5, 0.5], [2]],
    lively: [
      [0.5, 0.5, 1],
      [1, 0.5, 0.5],
      [0.5, 0.5, 0.5, 0.5],
      [1.5, 0.5],
      [1, 1],
      [0.5, 1, 0.5],
    ],
    end: [[2], [1, 1], [0.5, 0.5, 1]],
  },
  "3/4": {
    still: [[2, 1], [1, 1, 1], [1.5, 0.5, 1], [3]],
    lively: [
      [1, 1, 1],
      [1, 0.5, 0.5, 1],
      [0.5, 0.5, 1, 1],
      [1.5, 0.5, 1],
      [2, 1],
    ],
    end: [[3], [2, 1], [1, 2]],
  },
  "6/8": {
    still: [
      [2 * third, third, 2 * third, third],
      [1, 2 * third, third],
      [1, 1],
    ],
    lively: [
      [2 * third, third, third, third, third],
      [third, third, third, 2 * third, third],
      [2 * third, third, 2 * third, third],
      [third, third, third, 1],
    ],
    end: [[2], [1, 1], [2 * third, third, 1]],
  },
};

const liveliness: Record<Mood, number> = {
  calm: 0.12,
  dreamy: 0.2,
  joyful: 0.68,
  playful: 0.85,
  adventurous: 0.6,
};

/** Draws a cell that opens or carries a phrase, with at least that many notes. */
export function drawCell(meter: Meter, mood: Mood, random: Random, extra = 0, atLeast = 1): Cell {
  const choice = cells[meter][random.chance(liveliness[mood] + extra) ? "lively" : "still"];
  return random.pick(choice.filter(({ length }) => length >= atLeast));
}

/** Draws a cell that ends a phrase; a final one is a single long note, and so is mostly that of a calm piece. */
export function drawEnd(meter: Meter, mood: Mood, random: Random, isFinal: boolean): Cell {
  const [long = [1], ...others] = cells[meter].end;
  return isFinal || random.chance(0.7 - liveliness[mood] / 2) ? long : random.pick(others);
}
