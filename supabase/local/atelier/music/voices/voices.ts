import { createRandom, type Random } from "../../scene/random.ts";
import { frequencyOf } from "../scale.ts";
import { drumStrokes } from "./drums.ts";
import type { DrumVoice, PitchedVoice, VoiceName } from "./names.ts";
import { type PluckedString, pluckString } from "./plucked.ts";
import { type StruckBody, strike } from "./struck.ts";
import { type SustainedTone, sustain } from "./sustained.ts";

/** Partials of a hammered string with the slight stiffness of steel. */
const pianoPartials = [1, 0.55, 0.36, 0.2, 0.13, 0.08, 0.05].map((strength, index) => {
  const order = index + 1;
  return [order * Math.sqrt((1 + 0.0004 * order ** 2) / 1.0004), strength, 1 / order ** 0.7] as const;
});

/** Bars, bells, tongues and hammered strings. */
const struck: Partial<Record<PitchedVoice, StruckBody>> = {
  "music-box": {
    partials: [
      [1, 1, 1],
      [2, 0.24, 0.6],
      [3.01, 0.16, 0.4],
      [5.43, 0.09, 0.2],
      [8.1, 0.03, 0.1],
    ],
    lasts: 2.6,
    attack: 0.001,
  },
  celesta: {
    partials: [
      [1, 1, 1],
      [2, 0.3, 0.7],
      [3, 0.1, 0.5],
      [4.02, 0.06, 0.3],
    ],
    lasts: 3,
    attack: 0.004,
  },
  glockenspiel: {
    partials: [
      [1, 1, 1],
      [2.76, 0.24, 0.4],
      [5.4, 0.1, 0.18],
    ],
    lasts: 2.2,
    attack: 0.001,
  },
  kalimba: {
    partials: [
      [1, 1, 1],
      [2, 0.12, 0.5],
      [3, 0.05, 0.4],
      [5.6, 0.12, 0.14],
    ],
    lasts: 1.6,
    attack: 0.002,
  },
  marimba: {
    partials: [
      [1, 1, 1],
      [3.93, 0.2, 0.3],
      [9.2, 0.05, 0.1],
    ],
    lasts: 1.1,
    attack: 0.002,
  },
  vibraphone: {
    partials: [
      [1, 1, 1],
      [4, 0.16, 0.4],
      [10, 0.03, 0.1],
    ],
    lasts: 3,
    attack: 0.003,
    tremolo: { hertz: 5, depth: 0.3 },
  },
  piano: { partials: pianoPartials, lasts: 2.4, attack: 0.003 },
  "plucked-synth": {
    partials: [
      [1, 1, 1],
      [2, 0.42, 0.5],
      [3, 0.24, 0.3],
      [4, 0.12, 0.2],
      [5, 0.07, 0.15],
    ],
    lasts: 0.9,
    attack: 0.004,
  },
  "upright-bass": {
    partials: [
      [1, 1, 1],
      [2, 0.7, 0.6],
      [3, 0.4, 0.45],
      [4, 0.2, 0.3],
      [5, 0.1, 0.2],
    ],
    lasts: 1.3,
    attack: 0.006,
  },
};

const plucked: Partial<Record<PitchedVoice, PluckedString>> = {
  harp: { brightness: 0.3, lasts: 3, position: 0.3 },
  ukulele: { brightness: 0.36, lasts: 1.2, position: 0.24 },
  guitar: { brightness: 0.28, lasts: 2, position: 0.2 },
  pizzicato: { brightness: 0.22, lasts: 0.6, position: 0.35 },
};

const sustained: Partial<Record<PitchedVoice, SustainedTone>> = {
  flute: {
    harmonics: [1, 0.24, 0.08, 0.02],
    attack: 0.06,
    release: 0.14,
    vibrato: { hertz: 5.1, depth: 0.005 },
    breath: 0.05,
  },
  whistle: {
    harmonics: [1, 0.07, 0.03],
    attack: 0.04,
    release: 0.1,
    vibrato: { hertz: 5.4, depth: 0.005 },
    breath: 0.03,
  },
  clarinet: {
    harmonics: [1, 0.05, 0.42, 0.04, 0.2, 0.03, 0.08],
    attack: 0.03,
    release: 0.09,
    vibrato: { hertz: 4.8, depth: 0.002 },
  },
  trumpet: {
    harmonics: [1, 0.85, 0.7, 0.42, 0.26, 0.15, 0.08, 0.04],
    attack: 0.035,
    release: 0.08,
    sustain: 0.75,
    decay: 0.25,
    vibrato: { hertz: 5, depth: 0.003 },
  },
  accordion: {
    harmonics: [1, 0.6, 0.5, 0.36, 0.28, 0.18, 0.12, 0.07, 0.04],
    attack: 0.045,
    release: 0.09,
    spread: 2.5,
  },
  strings: {
    harmonics: [1, 0.5, 0.34, 0.22, 0.14, 0.09, 0.06, 0.03],
    attack: 0.14,
    release: 0.3,
    spread: 2.5,
    vibrato: { hertz: 5, depth: 0.003 },
  },
  "warm-pad": { harmonics: [1, 0.4, 0.18, 0.08, 0.04], attack: 0.4, release: 0.8, spread: 2.5 },
  "soft-synth": {
    harmonics: [1, 0, 0.24, 0, 0.1, 0, 0.04],
    attack: 0.012,
    release: 0.12,
    sustain: 0.7,
    decay: 0.3,
    vibrato: { hertz: 5.2, depth: 0.003 },
  },
  tuba: {
    harmonics: [1, 0.62, 0.36, 0.18, 0.08, 0.03],
    attack: 0.03,
    release: 0.08,
    sustain: 0.8,
    decay: 0.3,
  },
  "synth-bass": {
    harmonics: [1, 0.5, 0.25, 0.13, 0.06],
    attack: 0.006,
    release: 0.06,
    sustain: 0.5,
    decay: 0.2,
  },
};

function soundPitched(name: PitchedVoice, pitch: number, seconds: number, random: Random): Float32Array {
  const hertz = frequencyOf(pitch);
  const body = struck[name];
  if (body) return strike(body, hertz);
  const string = plucked[name];
  if (string) return pluckString(string, hertz, random);
  const tone = sustained[name];
  if (tone) return sustain(tone, hertz, seconds, random);
  throw new Error(`There is no voice ${name}.`);
}

const isDrum = (name: VoiceName): name is DrumVoice => name in drumStrokes;

/** Whether the length of a note changes how the voice sounds. */
export function isSustained(name: VoiceName): boolean {
  return name in sustained;
}

/** One note of a voice in one channel: pitch as a MIDI number, length in seconds. Always the same for the same arguments. */
export function sound(name: VoiceName, pitch: number, seconds: number): Float32Array {
  const random = createRandom(`${name} ${pitch}`);
  return isDrum(name) ? drumStrokes[name](random) : soundPitched(name, pitch, seconds, random);
}
