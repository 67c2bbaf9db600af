import type { Joints } from "./joint.ts";

/** How a plush toy moves under its hop: the beat's first half is the hop, in the second it waves. */
export function plushJoints(waves: boolean): Joints {
  return {
    tail: { at: waves ? [32, 142] : [88, 142], turn: [0, 5, 9, 4, -4, 7, -7, 5] },
    head: { at: [60, 98], turn: [0, 1, -2, 0, 3, -4, 4, -2] },
    "left-arm": { at: [30, 98], turn: [0, 10, 46, 26, 4, 8, 0, 6] },
    "right-arm": waves
      ? { at: [92, 104], turn: [0, -4, 10, 4, -16, 14, -16, 10] }
      : { at: [91, 98], turn: [0, -10, -46, -26, -4, -8, 0, -6] },
  };
}
