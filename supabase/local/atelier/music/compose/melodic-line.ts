import type { Random } from "../../scene/random.ts";
import { wrap } from "../scale.ts";
import type { Chord, MelodyNote } from "../score.ts";
import { chordAt } from "./harmony.ts";

const candidates = 32;

/** What a stretch of melody is to be like. */
export interface LineWish {
  /** Lengths of its notes in beats, from `at` on. */
  rhythm: readonly number[];
  at: number;
  chords: readonly Chord[];
  /** Degree of the first note, or near it. */
  from: number;
  /** Degrees of the scale, 0 to 6, on which the last note may come to rest. */
  rests: readonly number[];
  /** The degree around which the line turns half way. */
  middle: number;
  lowest: number;
  highest: number;
}

const steps = [-1, 1, -1, 1, -1, 1, -1, 1, 0, -2, 2, -2, 2, -3, 3];

function isInChord(degree: number, chord: Chord): boolean {
  return [0, 2, 4].includes(wrap(degree - chord.root, 7));
}

/** The degree of the chord that is nearest. */
function nearestInChord(degree: number, chord: Chord): number {
  for (const away of [0, -1, 1, -2, 2]) if (isInChord(degree + away, chord)) return degree + away;
  return degree;
}

function nearestOf(rests: readonly number[], degree: number): number {
  for (const away of [0, -1, 1, -2, 2, -3, 3])
    if (rests.includes(wrap(degree + away, 7))) return degree + away;
  return degree;
}

const isStrong = (beat: number) => Math.abs(beat - Math.round(beat)) < 1e-6;

function drawLine(wish: LineWish, random: Random): MelodyNote[] {
  const { rhythm, chords, from, middle, lowest, highest } = wish;
  let at = wish.at;
  let degree = from;
  return rhythm.map((beats, index) => {
    const share = index / Math.max(1, rhythm.length - 1);
    if (index > 0) {
      const pull = share < 0.6 ? middle - degree : 0;
      const step = random.pick(steps);
      degree +=
        step !== 0 && Math.sign(step) !== Math.sign(pull) && random.chance(Math.abs(pull) / 8) ? -step : step;
    }
    degree = Math.max(lowest, Math.min(highest, degree));
    if (index === 0 || (isStrong(at) && beats >= 0.5)) degree = nearestInChord(degree, chordAt(chords, at));
    if (index === rhythm.length - 1) degree = nearestOf(wish.rests, degree);
    const note = { at, beats, degree };
    at += beats;
    return note;
  });
}

/** How unsingable a line is: rules that children's songs keep, from wide leaps to two peaks of the same height. */
export function faultsOf(line: readonly MelodyNote[], chords: readonly Chord[]): number {
  let faults = 0;
  for (let index = 1; index < line.length; index += 1) {
    const [before, now, after] = [line[index - 1], line[index], line[index + 1]];
    if (!before || !now) continue;
    const step = now.degree - before.degree;
    const next = after ? after.degree - now.degree : 0;
    if (Math.abs(step) > 4) faults += 6;
    if (Math.abs(step) > 2 && (Math.sign(next) === Math.sign(step) || Math.abs(next) > 2)) faults += 2.5;
    if (step === 0) faults += next === 0 ? 3 : 0.8;
    if (now.beats >= 1 && !isInChord(now.degree, chordAt(chords, now.at))) faults += 2;
    // The fourth and the seventh degree together sound like a riddle.
    if (Math.abs(step) === 3 && [wrap(now.degree, 7), wrap(before.degree, 7)].sort().join() === "3,6")
      faults += 5;
  }
  const moves = line.slice(1).map(({ degree }, index) => Math.abs(degree - (line[index]?.degree ?? degree)));
  const leaps = moves.filter((move) => move > 1).length;
  faults += 2 * Math.max(0, leaps - 0.45 * moves.length);
  const degrees = line.map(({ degree }) => degree);
  const peak = Math.max(...degrees);
  const range = peak - Math.min(...degrees);
  faults += 1.2 * (degrees.filter((degree) => degree === peak).length - 1);
  if (line.length > 3 && range < 2) faults += 4;
  if (range > 7) faults += 3;
  return faults;
}

/** A line that comes home does so by a step, or by the fall of a third. */
function faultsOfClose(line: readonly MelodyNote[]): number {
  const [before, last] = line.slice(-2);
  if (!before || !last) return 0;
  const step = last.degree - before.degree;
  return Math.abs(step) === 1 ? 0 : step === -2 ? 0.8 : 2.5;
}

/** Draws many lines for a wish and keeps the most singable one. */
export function inventLine(
  wish: LineWish,
  random: Random,
  context: readonly MelodyNote[] = [],
): MelodyNote[] {
  let best: MelodyNote[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < candidates; turn += 1) {
    const line = drawLine(wish, random);
    const whole = [...context.slice(-3), ...line];
    const close = wish.rests.length === 1 ? faultsOfClose(whole) : 0;
    const faults = faultsOf(whole, wish.chords) + close + 0.3 * random.next();
    if (faults < fewest) [best, fewest] = [line, faults];
  }
  return best;
}
