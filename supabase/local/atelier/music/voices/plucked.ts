import type { Random } from "../../scene/random.ts";
import { sampleRate, samplesIn } from "./sample-rate.ts";

export interface PluckedString {
  /** 0..1: how bright the pluck is. */
  brightness: number;
  /** Seconds until the note has fallen by 60 dB at middle C. */
  lasts: number;
  /** Where the string is plucked, as a share of its length. */
  position: number;
}

/** Burst of noise that a finger leaves on the string: as long as one round of it, softened, without a mean. */
function pluck(length: number, { brightness, position }: PluckedString, random: Random): Float32Array {
  const burst = new Float32Array(length);
  let low = 0;
  for (let at = 0; at < length; at += 1) {
    low += brightness * (random.next() * 2 - 1 - low);
    burst[at] = low;
  }
  const gap = Math.max(1, Math.round(length * position));
  const combed = burst.map((value, at) => value - 0.7 * (burst[(at + length - gap) % length] as number));
  const mean = combed.reduce((sum, value) => sum + value, 0) / length;
  const energy = Math.sqrt(combed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / length) || 1;
  return combed.map((value) => (value - mean) / energy / 3);
}

/**
 * A plucked string (Karplus and Strong): noise that runs round in a delay line and loses its highs. An all-pass filter
 * makes up the part of a sample by which the round would be too short, exactly at the pitch, so that high notes are in tune.
 */
export function pluckString(string: PluckedString, hertz: number, random: Random): Float32Array {
  const period = sampleRate / hertz;
  const softening = 0.5;
  const whole = Math.floor(period - softening - 0.3);
  const rest = period - softening - whole;
  const angle = (2 * Math.PI * hertz) / sampleRate;
  const allPass = Math.sin((angle - rest * angle) / 2) / Math.sin((angle + rest * angle) / 2);
  const lasts = string.lasts * Math.min(1.3, (261.6 / hertz) ** 0.4);
  const out = new Float32Array(samplesIn(lasts));
  const line = pluck(whole, string, random);
  const keep = Math.exp((-6.9 * period) / (sampleRate * lasts)) / Math.cos(angle / 2);
  const loop = Math.min(keep, 0.9999);
  let place = 0;
  let previous = 0;
  let passIn = 0;
  let passOut = 0;
  for (let at = 0; at < out.length; at += 1) {
    const value = line[place] as number;
    const soft = 0.5 * (value + previous);
    previous = value;
    const passed = allPass * soft + passIn - allPass * passOut;
    passIn = soft;
    passOut = passed;
    line[place] = passed * loop;
    place = place + 1 === whole ? 0 : place + 1;
    out[at] = value;
  }
  const rise = 40;
  const fall = Math.min(out.length, 1_500);
  for (let at = 0; at < rise; at += 1) out[at] = (out[at] as number) * (at / rise);
  for (let at = 0; at < fall; at += 1)
    out[out.length - 1 - at] = (out[out.length - 1 - at] as number) * (at / fall);
  return out;
}
