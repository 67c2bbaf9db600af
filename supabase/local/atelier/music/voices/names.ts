/** Voices that play pitches. */
export const pitchedVoices = [
  "music-box",
  "celesta",
  "glockenspiel",
  "kalimba",
  "marimba",
  "vibraphone",
  "piano",
  "harp",
  "ukulele",
  "guitar",
  "pizzicato",
  "flute",
  "whistle",
  "clarinet",
  "trumpet",
  "accordion",
  "strings",
  "warm-pad",
  "soft-synth",
  "plucked-synth",
  "tuba",
  "upright-bass",
  "synth-bass",
] as const;

/** Voices that have no pitch of their own. */
export const drumVoices = [
  "kick",
  "snare",
  "brush",
  "clap",
  "hat",
  "shaker",
  "tambourine",
  "triangle",
  "woodblock",
  "high-bongo",
  "low-bongo",
  "tom",
  "ride",
] as const;

export type PitchedVoice = (typeof pitchedVoices)[number];
export type DrumVoice = (typeof drumVoices)[number];
export type VoiceName = PitchedVoice | DrumVoice;
