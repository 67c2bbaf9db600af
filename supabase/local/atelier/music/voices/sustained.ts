import type { Random } from "../../scene/random.ts";
import { sampleRate, samplesIn } from "./sample-rate.ts";

/** A tone that lasts as long as it is played: blown, bowed, or made by a circuit. */
export interface SustainedTone {
  /** Strength of each harmonic from the first on. */
  harmonics: readonly number[];
  /** Seconds of rise and of fall. */
  attack: number;
  release: number;
  /** Level held after the attack, against its peak; 1 when none is given. */
  sustain?: number;
  /** Seconds in which it falls to that level. */
  decay?: number;
  /** Depth as a share of the frequency; it sets in after a moment. */
  vibrato?: { hertz: number; depth: number };
  /** Two voices, this many cents above and below, for warmth. */
  spread?: number;
  /** Strength of the breath in it. */
  breath?: number;
}

const tableSize = 2_048;
const highestHeard = 14_000;

/** One round of the tone, without harmonics that could not be heard or would fold back. One value more than its size. */
function roundOf(harmonics: readonly number[], hertz: number): Float32Array {
  const table = new Float32Array(tableSize + 1);
  harmonics.forEach((strength, index) => {
    if (strength === 0 || hertz * (index + 1) > highestHeard) return;
    const step = (2 * Math.PI * (index + 1)) / tableSize;
    for (let at = 0; at <= tableSize; at += 1)
      table[at] = (table[at] as number) + strength * Math.sin(step * at);
  });
  return table;
}

function addVoice(
  out: Float32Array,
  table: Float32Array,
  hertz: number,
  vibrato: SustainedTone["vibrato"],
): void {
  const step = (hertz * tableSize) / sampleRate;
  const swing = vibrato ? (2 * Math.PI * vibrato.hertz) / sampleRate : 0;
  const setsIn = samplesIn(0.22);
  let phase = 0;
  for (let at = 0; at < out.length; at += 1) {
    const whole = Math.floor(phase);
    const rest = phase - whole;
    const low = table[whole] as number;
    out[at] = (out[at] as number) + low + rest * ((table[whole + 1] as number) - low);
    let pace = step;
    if (vibrato && at > setsIn)
      pace *= 1 + vibrato.depth * Math.min(1, (at - setsIn) / setsIn) * Math.sin(swing * (at - setsIn));
    phase += pace;
    if (phase >= tableSize) phase -= tableSize;
  }
}

function shape(out: Float32Array, tone: SustainedTone, held: number): void {
  const attack = samplesIn(Math.min(tone.attack, held / sampleRate / 2)) || 1;
  const release = Math.max(1, out.length - held);
  const sustain = tone.sustain ?? 1;
  const fade = tone.decay ? Math.exp(-3 / samplesIn(tone.decay)) : 1;
  let extra = 1 - sustain;
  for (let at = 0; at < out.length; at += 1) {
    const rise = at < attack ? 0.5 - 0.5 * Math.cos((Math.PI * at) / attack) : 1;
    const fall = at > held ? 0.5 + 0.5 * Math.cos((Math.PI * (at - held)) / release) : 1;
    if (at > attack) extra *= fade;
    out[at] = (out[at] as number) * rise * fall * (sustain + extra);
  }
}

/** Sounds the tone for `seconds`, and lets it go after that. */
export function sustain(tone: SustainedTone, hertz: number, seconds: number, random: Random): Float32Array {
  const held = samplesIn(seconds);
  const out = new Float32Array(held + samplesIn(tone.release));
  const table = roundOf(tone.harmonics, hertz);
  const spread = 2 ** ((tone.spread ?? 0) / 1_200);
  addVoice(out, table, hertz * spread, tone.vibrato);
  if (tone.spread) addVoice(out, table, hertz / spread, tone.vibrato);
  if (tone.breath) {
    let low = 0;
    for (let at = 0; at < out.length; at += 1) {
      low += 0.25 * (random.next() * 2 - 1 - low);
      out[at] = (out[at] as number) + tone.breath * low;
    }
  }
  shape(out, tone, held);
  return out;
}
