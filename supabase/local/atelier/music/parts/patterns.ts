import type { Genre } from "../compose/words.ts";
import type { Meter } from "../score.ts";

/**
 * Figures of one bar in equal steps. In accompaniments a digit is a tone of the chord from below, `x` the whole chord; in
 * basses the digit is the interval above the root. `.` lets the last one ring, `-` is silence.
 */
type Figures = Partial<Record<Meter, readonly string[]>>;

const broken: Figures = {
  "4/4": ["0 1 2 3 2 1 2 1", "0 2 1 2 3 2 1 2", "0 1 2 1 3 2 1 2"],
  "3/4": ["0 1 2 3 2 1", "0 2 1 2 3 2"],
  "6/8": ["0 1 2 3 2 1", "0 2 3 2 1 2"],
};

const strummed: Figures = {
  "4/4": ["x . x x - x x -", "x - x x x - x x", "x - - x x - x -"],
  "3/4": ["x - x x x -", "x - x - x x"],
  "6/8": ["x - x x - x", "x - x x x x"],
};

const offBeats: Figures = {
  "4/4": ["- x - x", "- - x - - - x x"],
  "3/4": ["- x x"],
  "6/8": ["- - x - - x", "- x x - x x"],
};

/** What accompanies, by genre. */
export const accompaniments: Record<Genre, Figures> = {
  lullaby: broken,
  classical: {
    "4/4": ["0 2 1 2 0 2 1 2", "0 1 2 3 2 1 2 1"],
    "3/4": ["0 2 1 2 1 2", "- x x"],
    "6/8": ["0 1 2 0 1 2", "0 1 2 3 2 1"],
  },
  waltz: { ...offBeats, "3/4": ["- x x", "- x x x"] },
  march: offBeats,
  folk: strummed,
  electronic: {
    "4/4": [
      "0 1 2 3 1 2 3 1 2 3 1 2 3 2 1 2",
      "0 2 3 2 1 2 3 2 0 2 3 2 1 2 3 1",
      "0 . 2 . 3 . 2 1 . 2 . 3 . 2 1 .",
    ],
    "3/4": ["0 1 2 3 2 1 0 1 2 3 2 1"],
    "6/8": ["0 1 2 3 2 1"],
  },
  jazz: {
    "4/4": ["- - - x - - x -", "x - - x - - - -", "- - x - - x - -"],
    "3/4": ["- - x - - x"],
    "6/8": ["- - x - - x"],
  },
};

/** What the bass plays, by genre. Walking basses are made note by note instead. */
export const basses: Record<Genre, Figures> = {
  lullaby: { "4/4": ["1 . . .", "1 . 5 ."], "3/4": ["1 . ."], "6/8": ["1 ."] },
  classical: { "4/4": ["1 . 5 ."], "3/4": ["1 . ."], "6/8": ["1 5", "1 ."] },
  waltz: { "4/4": ["1 - 5 -"], "3/4": ["1 - -"], "6/8": ["1 5"] },
  march: { "4/4": ["1 - 5 -", "1 - 5 - 1 3 5 -"], "3/4": ["1 - -"], "6/8": ["1 5"] },
  folk: { "4/4": ["1 . 5 .", "1 . . 1 5 . . ."], "3/4": ["1 . 5"], "6/8": ["1 5", "1 . 1 5 . 5"] },
  electronic: {
    "4/4": ["1 - - 1 - - 1 -", "1 1 1 1 1 1 8 1", "1 - 8 - 1 - 8 1"],
    "3/4": ["1 - 8 - 5 -"],
    "6/8": ["1 - 8 1 - 8"],
  },
  jazz: { "3/4": ["1 . 5"], "6/8": ["1 5"] },
};

/** Strokes in equal steps: `X` loud, `x` normal, `o` soft. */
export type DrumFigure = Readonly<Record<string, string>>;

type Kits = Partial<Record<Meter, readonly DrumFigure[]>>;

const lightKit: Kits = {
  "4/4": [{ shaker: "x o X o x o X o" }],
  "3/4": [{ shaker: "X o x o x o" }],
  "6/8": [{ shaker: "X o o x o o" }],
};

/** Drums by genre; calm pieces have none. */
export const kits: Record<Genre, Kits> = {
  lullaby: {
    "4/4": [{ triangle: "o - - - - - - -" }],
    "3/4": [{ triangle: "o - -" }],
    "6/8": [{ triangle: "o -" }],
  },
  classical: {
    "4/4": [{ triangle: "x - - - o - - -", tambourine: "- - o - - - o -" }],
    "3/4": [{ triangle: "x - -" }],
    "6/8": [{ triangle: "x -" }],
  },
  waltz: {
    ...lightKit,
    "3/4": [
      { kick: "x - -", brush: "- x x", triangle: "x - - - - -" },
      { kick: "x - -", tambourine: "- x o" },
    ],
  },
  march: {
    "4/4": [
      { kick: "X - x -", snare: "- - X - - - X o o - X - x o X -", tambourine: "- x - x" },
      { kick: "X - x -", snare: "x - o o X - - - x - o o X - x -" },
    ],
    "3/4": [{ kick: "X - -", snare: "- x x" }],
    "6/8": [{ kick: "X - - x - -", snare: "- - x X - x", tambourine: "- - o - - o" }],
  },
  folk: {
    "4/4": [
      { shaker: "x o X o x o X o", "low-bongo": "X - - x - - x -", "high-bongo": "- - x - - x - o" },
      { tambourine: "- - x - - - x o", kick: "x - - - x - - -", woodblock: "- - - x - - - -" },
    ],
    "3/4": [{ tambourine: "- x o", kick: "x - -" }],
    "6/8": [{ tambourine: "- - x - - x", "low-bongo": "X - - x - o", "high-bongo": "- - o - x -" }],
  },
  electronic: {
    "4/4": [
      { kick: "X - X - X - X -", clap: "- - x - - - x -", hat: "o x o x o x o x" },
      {
        kick: "X - - X - - X - - - X - - - - -",
        clap: "- - - - x - - - - - - - x - - o",
        hat: "x o x o x o x o",
      },
    ],
    "3/4": [{ kick: "X - - - - -", clap: "- - x - x -", hat: "o x o x o x" }],
    "6/8": [{ kick: "X - - x - -", clap: "- - - x - -", hat: "x o o x o o" }],
  },
  jazz: {
    "4/4": [
      { ride: "X - x o X - x o", hat: "- - x - - - x -", kick: "o - - - o - - -" },
      { brush: "x - X o x - X o", kick: "o - - - o - - -" },
    ],
    "3/4": [{ ride: "X - x o x -", brush: "- - x - - -" }],
    "6/8": [{ ride: "X - o x - o" }],
  },
};

/** Added where somebody sets out for an adventure. */
export const adventureDrums: Kits = {
  "4/4": [{ tom: "X - - - - - x - - - - - x - x -" }],
  "3/4": [{ tom: "X - - - - x" }],
  "6/8": [{ tom: "X - - - x x" }],
};
