import type { Mono } from "./wav.ts";

/** Level of the spoken part, -20 dBFS, and the highest peak. */
const wantedLevel = 0.1;
const highestPeak = 0.85;
/** Quiet kept before and after the words, in seconds. */
const breathBefore = 0.08;
const breathAfter = 0.18;
const blockSeconds = 0.01;

function levelsOf({ samples, rate }: Mono): { levels: number[]; block: number } {
  const block = Math.round(rate * blockSeconds);
  const levels: number[] = [];
  for (let from = 0; from + block <= samples.length; from += block) {
    let sum = 0;
    for (const value of samples.subarray(from, from + block)) sum += value * value;
    levels.push(Math.sqrt(sum / block));
  }
  return { levels, block };
}

/** Bends what is above three quarters of the highest peak, so that a loud vowel does not clip. */
function soften(value: number): number {
  const knee = 0.75 * highestPeak;
  const size = Math.abs(value);
  const room = highestPeak - knee;
  return size <= knee ? value : Math.sign(value) * (knee + room * Math.tanh((size - knee) / room));
}

/**
 * Cuts the silence around the words down to a breath, and brings them to the same level as all other words. Throws a
 * message for people when there is nothing to hear.
 */
export function tidy(speech: Mono): Mono {
  const { rate } = speech;
  const { levels, block } = levelsOf(speech);
  const loudest = Math.max(0, ...levels);
  if (loudest < 1e-3) throw new Error("The voice said nothing.");
  const isHeard = (level: number) => level > loudest * 0.012;
  const first = levels.findIndex(isHeard) * block;
  const last = (levels.findLastIndex(isHeard) + 1) * block;
  const spoken = levels.filter((level) => level > loudest / 10);
  const level = Math.sqrt(spoken.reduce((sum, value) => sum + value * value, 0) / spoken.length);
  const gain = wantedLevel / level;
  const before = Math.round(breathBefore * rate);
  const samples = new Float32Array(before + last - first + Math.round(breathAfter * rate));
  const fade = Math.round(0.004 * rate);
  for (let at = 0; at < last - first; at += 1) {
    const edge = Math.min(1, at / fade, (last - first - at) / fade);
    samples[before + at] = soften((speech.samples[first + at] ?? 0) * gain) * edge;
  }
  return { samples, rate };
}
