import type { Random } from "../../scene/random.ts";
import { sampleRate, samplesIn } from "./sample-rate.ts";

/** A skin: a tone that falls in pitch as it fades. */
function skin(seconds: number, hertz: number, drop: number, dropPace: number, fade: number): Float32Array {
  const out = new Float32Array(samplesIn(seconds));
  let phase = 0;
  for (let at = 0; at < out.length; at += 1) {
    const time = at / sampleRate;
    phase += (2 * Math.PI * hertz * (1 + drop * Math.exp(-dropPace * time))) / sampleRate;
    out[at] = Math.sin(phase) * Math.exp(-fade * time) * Math.min(1, at / 30);
  }
  return out;
}

/** Noise between two edges (as shares of the sample rate, one-pole filters) with a rise and a fade in seconds. */
function noise(
  random: Random,
  seconds: number,
  { low, high, rise = 0.001, fade }: { low: number; high: number; rise?: number; fade: number },
): Float32Array {
  const out = new Float32Array(samplesIn(seconds));
  let lowPassed = 0;
  let below = 0;
  for (let at = 0; at < out.length; at += 1) {
    lowPassed += high * (random.next() * 2 - 1 - lowPassed);
    below += low * (lowPassed - below);
    const time = at / sampleRate;
    out[at] = (lowPassed - below) * Math.min(1, time / rise) * Math.exp(-Math.max(0, time - rise) * fade);
  }
  return out;
}

function mix(...sounds: readonly [sound: Float32Array, strength: number][]): Float32Array {
  const out = new Float32Array(Math.max(...sounds.map(([sound]) => sound.length)));
  for (const [sound, strength] of sounds)
    for (let at = 0; at < sound.length; at += 1)
      out[at] = (out[at] as number) + (sound[at] as number) * strength;
  return out;
}

/** Metal: tones that fit no scale, fading together. */
function metal(seconds: number, tones: readonly number[], fade: number): Float32Array {
  const out = new Float32Array(samplesIn(seconds));
  for (let at = 0; at < out.length; at += 1) {
    const time = at / sampleRate;
    let sum = 0;
    for (const tone of tones) sum += Math.sin(2 * Math.PI * tone * time);
    out[at] = (sum / tones.length) * Math.exp(-fade * time) * Math.min(1, at / 20);
  }
  return out;
}

const cymbalTones = [3_170, 4_230, 5_470, 6_310, 7_890, 9_120];

/** The sound of one stroke of each drum. */
export const drumStrokes = {
  kick: () => skin(0.35, 52, 1.6, 34, 11),
  tom: () => skin(0.45, 98, 0.5, 22, 9),
  "low-bongo": () => skin(0.25, 196, 0.25, 60, 19),
  "high-bongo": () => skin(0.2, 294, 0.25, 60, 25),
  snare: (random) =>
    mix([skin(0.16, 190, 0.3, 60, 26), 0.5], [noise(random, 0.2, { low: 0.12, high: 0.7, fade: 24 }), 0.8]),
  brush: (random) => noise(random, 0.24, { low: 0.2, high: 0.8, rise: 0.03, fade: 18 }),
  clap: (random) =>
    mix(
      [noise(random, 0.012, { low: 0.15, high: 0.5, fade: 120 }), 0.7],
      [noise(random, 0.18, { low: 0.15, high: 0.5, rise: 0.012, fade: 30 }), 0.9],
    ),
  hat: (random) => noise(random, 0.07, { low: 0.75, high: 1, fade: 75 }),
  shaker: (random) => noise(random, 0.09, { low: 0.6, high: 0.9, rise: 0.028, fade: 55 }),
  tambourine: (random) =>
    mix(
      [noise(random, 0.2, { low: 0.7, high: 1, rise: 0.004, fade: 24 }), 0.7],
      [metal(0.2, [6_200, 7_450, 8_300], 22), 0.3],
    ),
  triangle: () => metal(1.2, [4_186, 5_917, 8_440], 4.5),
  woodblock: () => mix([skin(0.12, 830, 0.06, 90, 45), 0.8], [skin(0.08, 1_910, 0, 1, 70), 0.35]),
  ride: (random) =>
    mix([metal(0.7, cymbalTones, 8), 0.4], [noise(random, 0.5, { low: 0.8, high: 1, fade: 14 }), 0.35]),
} as const satisfies Record<string, (random: Random) => Float32Array>;
