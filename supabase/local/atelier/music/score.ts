import type { VoiceName } from "./voices/names.ts";

/** How a bar is counted. In 6/8 a beat is a dotted quarter with three eighths. */
export type Meter = "4/4" | "3/4" | "6/8";

/** Beats in a bar. */
export const beatsPerBar: Record<Meter, number> = { "4/4": 4, "3/4": 3, "6/8": 2 };

/** Parts that are balanced against each other as wholes. */
export type Section = "lead" | "answer" | "accompaniment" | "bass" | "pad" | "drums";

/** One note of the score. Beats count from the beginning of the piece; the pitch is a MIDI number. */
export interface ScoreNote {
  section: Section;
  voice: VoiceName;
  beat: number;
  beats: number;
  pitch: number;
  /** 0..1 */
  loudness: number;
  /** -1 (left) .. 1 (right) */
  pan: number;
}

/** A note of a melody: its scale degree counts from 0, the tonic; 7 is the tonic above. */
export interface MelodyNote {
  at: number;
  beats: number;
  degree: number;
}

/** A chord of the harmony: triad or seventh chord on a degree of the scale, 0 to 6. */
export interface Chord {
  at: number;
  beats: number;
  root: number;
}

/** A phrase of a tune, with times from its first full bar. Upbeats have negative times. */
export interface Phrase {
  bars: number;
  melody: readonly MelodyNote[];
  chords: readonly Chord[];
}
