/** Where a figure is at one moment of the loop, against its rest. Lengths are in scene units, angles in radians. */
export type Move = {
  x: number;
  y: number;
  turn: number;
  stretchX: number;
  stretchY: number;
  /** The point that turning and stretching leave in place. */
  about: "foot" | "middle" | "top";
  /** How far off the ground it hopped, 0..1: its shadow shrinks with that. */
  rise: number;
  /** How far its wheels have rolled, to the right. */
  rolled: number;
  /** Where its joints are in their beat, 0..1. */
  beat: number;
  bend: Bending | null;
};

/** What of the figure gives way: the tail of a fish, arms that hang, wings on both sides, a stem from its root. */
export type Bending = { part: "tail" | "arms" | "wings" | "stem"; amount: number; phase: number };

/** Who moves: `share` is its size against a usual hero's, `facing` 1 to the right, `phase` 0..1 keeps neighbours apart. */
export type Mover = { share: number; facing: 1 | -1; phase: number; seconds: number; room: number };

/** The place in the loop (0..1) to a move; the loop begins at rest for a mover without phase. */
export type Manner = (time: number, mover: Mover) => Move;

export const TURN = 2 * Math.PI;
/** A move that is none. */
export const REST: Move = {
  x: 0,
  y: 0,
  turn: 0,
  stretchX: 1,
  stretchY: 1,
  about: "foot",
  rise: 0,
  rolled: 0,
  beat: 0,
  bend: null,
};

/** A wave that fits the loop a whole number of times, about once in `period` seconds. */
export function wave(time: number, { seconds, phase }: Mover, period: number): number {
  return Math.sin(TURN * (cycles(seconds, period) * time + phase));
}

/** The place (0..1) within a beat of about `period` seconds. */
export function place(time: number, { seconds, phase }: Mover, period: number): number {
  return (cycles(seconds, period) * time + phase) % 1;
}

/** How many whole beats of about `period` seconds there are in the loop. */
export function cycles(seconds: number, period: number): number {
  return Math.max(1, Math.round(seconds / period));
}

/** 0 at both ends of a stretch of the beat and outside of it, 1 in its middle. */
export function swell(at: number, from: number, to: number): number {
  return at <= from || at >= to ? 0 : Math.sin((Math.PI * (at - from)) / (to - from));
}

export function squashed(amount: number): Pick<Move, "stretchX" | "stretchY"> {
  return { stretchX: 1 + amount * 0.8, stretchY: 1 - amount };
}
