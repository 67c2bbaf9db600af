import type { PitchedVoice } from "../voices/names.ts";

/** Octaves, in semitones, by which voices sound above the written melody. */
export const registers: Partial<Record<PitchedVoice, number>> = {
  "music-box": 12,
  celesta: 12,
  glockenspiel: 12,
  kalimba: 12,
  marimba: 12,
  flute: 12,
  whistle: 12,
  strings: 12,
  harp: 12,
  vibraphone: 12,
  piano: 12,
};
