import type { Random } from "../../scene/random.ts";
import type { Mode } from "../scale.ts";
import type { Chord } from "../score.ts";

/** How a phrase ends: open like a question, closed on the tonic, or as a bridge that leads back. */
export type Ending = "open" | "closed" | "bridge";

/** Chords of a phrase as degrees of the scale, four of them; the second and the last serve where two are enough. */
const progressions: Record<Mode, Record<Ending, readonly (readonly number[])[]>> = {
  major: {
    open: [
      [0, 3, 0, 4],
      [0, 5, 3, 4],
      [0, 3, 1, 4],
      [0, 2, 3, 4],
      [0, 4, 5, 4],
      [0, 0, 3, 4],
    ],
    closed: [
      [0, 3, 4, 0],
      [0, 5, 4, 0],
      [0, 1, 4, 0],
      [5, 3, 4, 0],
    ],
    bridge: [
      [3, 0, 1, 4],
      [5, 2, 3, 4],
      [3, 4, 5, 4],
      [5, 3, 1, 4],
      [3, 0, 3, 4],
    ],
  },
  lydian: {
    open: [
      [0, 1, 0, 4],
      [0, 4, 1, 4],
      [0, 1, 5, 4],
    ],
    closed: [
      [0, 1, 4, 0],
      [5, 1, 4, 0],
      [0, 4, 1, 0],
    ],
    bridge: [
      [5, 1, 5, 4],
      [1, 0, 1, 4],
      [2, 5, 1, 4],
    ],
  },
  mixolydian: {
    open: [
      [0, 6, 3, 4],
      [0, 3, 0, 6],
      [0, 0, 6, 3],
    ],
    closed: [
      [0, 6, 3, 0],
      [0, 3, 6, 0],
      [3, 0, 6, 0],
    ],
    bridge: [
      [3, 0, 3, 6],
      [6, 3, 0, 6],
      [5, 3, 0, 6],
    ],
  },
  dorian: {
    open: [
      [0, 3, 0, 6],
      [0, 6, 3, 4],
      [0, 2, 3, 6],
    ],
    closed: [
      [0, 3, 6, 0],
      [2, 6, 3, 0],
      [0, 6, 3, 0],
    ],
    bridge: [
      [2, 6, 3, 4],
      [6, 2, 3, 6],
      [3, 0, 3, 6],
    ],
  },
};

/** Chords for a phrase of that many beats, `slots` (2 or 4) of them in equal lengths. */
export function drawChords(mode: Mode, ending: Ending, slots: 2 | 4, beats: number, random: Random): Chord[] {
  const four = random.pick(progressions[mode][ending]);
  const roots = slots === 4 ? four : ending === "closed" ? four.slice(2) : [four[0] ?? 0, four[3] ?? 4];
  const each = beats / slots;
  return roots.map((root, index) => ({ at: index * each, beats: each, root }));
}

/** The chord that sounds at a beat. */
export function chordAt(chords: readonly Chord[], beat: number): Chord {
  const found = chords.findLast(({ at }) => at <= beat + 1e-6) ?? chords[0];
  if (!found) throw new Error("A phrase needs chords.");
  return found;
}
