import type { PitchedVoice } from "../voices/names.ts";
import type { Genre } from "./words.ts";

interface Ensemble {
  leads: readonly PitchedVoice[];
  accompaniments: readonly PitchedVoice[];
  basses: readonly PitchedVoice[];
  pads: readonly (PitchedVoice | null)[];
}

/** Who plays which kind of music. */
export const ensembles: Record<Genre, Ensemble> = {
  lullaby: {
    leads: ["music-box", "celesta", "kalimba", "flute", "vibraphone"],
    accompaniments: ["harp", "guitar", "kalimba"],
    basses: ["upright-bass"],
    pads: ["warm-pad", "strings"],
  },
  waltz: {
    leads: ["accordion", "clarinet", "music-box", "glockenspiel", "flute"],
    accompaniments: ["pizzicato", "piano", "harp", "ukulele"],
    basses: ["upright-bass"],
    pads: ["strings", null],
  },
  march: {
    leads: ["trumpet", "whistle", "clarinet", "glockenspiel"],
    accompaniments: ["pizzicato", "ukulele", "piano"],
    basses: ["tuba"],
    pads: [null, "strings"],
  },
  folk: {
    leads: ["whistle", "accordion", "flute", "kalimba", "clarinet", "marimba"],
    accompaniments: ["ukulele", "guitar"],
    basses: ["upright-bass"],
    pads: [null, "warm-pad"],
  },
  electronic: {
    leads: ["soft-synth", "glockenspiel", "celesta"],
    accompaniments: ["plucked-synth"],
    basses: ["synth-bass"],
    pads: ["warm-pad"],
  },
  jazz: {
    leads: ["clarinet", "vibraphone", "trumpet"],
    accompaniments: ["piano", "guitar"],
    basses: ["upright-bass"],
    pads: [null],
  },
  classical: {
    leads: ["flute", "strings", "clarinet", "harp", "piano"],
    accompaniments: ["piano", "harp", "pizzicato"],
    basses: ["upright-bass"],
    pads: ["strings"],
  },
};
