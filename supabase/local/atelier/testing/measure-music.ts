import type { Stereo } from "../music/mix/stereo.ts";
import { sampleRate, samplesIn } from "../music/voices/sample-rate.ts";

/** A filter of two poles and two zeros, with coefficients b0 b1 b2 a1 a2. */
function filter(
  sound: Float32Array,
  [b0, b1, b2, a1, a2]: readonly [number, number, number, number, number],
) {
  const out = new Float32Array(sound.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let at = 0; at < sound.length; at += 1) {
    const x = sound[at] as number;
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[at] = y;
  }
  return out;
}

/** The two filters of ITU-R BS.1770 for any sample rate: the head's lift of what is high, and the loss of what is low. */
function kWeighting(): [Parameters<typeof filter>[1], Parameters<typeof filter>[1]] {
  const shelf = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const [high, middle] = [
    10 ** (3.999843853973347 / 20),
    10 ** ((3.999843853973347 / 20) * 0.4996667741545416),
  ];
  const q = 0.7071752369554196;
  const scale = 1 + shelf / q + shelf * shelf;
  const low = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const lowQ = 0.5003270373238773;
  const lowScale = 1 + low / lowQ + low * low;
  return [
    [
      (high + (middle * shelf) / q + shelf * shelf) / scale,
      (2 * (shelf * shelf - high)) / scale,
      (high - (middle * shelf) / q + shelf * shelf) / scale,
      (2 * (shelf * shelf - 1)) / scale,
      (1 - shelf / q + shelf * shelf) / scale,
    ],
    [1, -2, 1, (2 * (low * low - 1)) / lowScale, (1 - low / lowQ + low * low) / lowScale],
  ];
}

const lufsOf = (power: number) => -0.691 + 10 * Math.log10(Math.max(power, 1e-12));

/** Integrated loudness in LUFS: blocks of 400 ms, without those under -70 LUFS or 10 LU under the rest. */
export function loudnessOf({ left, right }: Stereo): number {
  const [lift, loss] = kWeighting();
  const heard = [left, right].map((channel) => filter(filter(channel, lift), loss));
  const [block, hop] = [samplesIn(0.4), samplesIn(0.1)];
  const powers: number[] = [];
  for (let from = 0; from + block <= left.length; from += hop) {
    let sum = 0;
    for (const channel of heard)
      for (const value of channel.subarray(from, from + block)) sum += value * value;
    powers.push(sum / block);
  }
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
  const loud = powers.filter((power) => lufsOf(power) > -70);
  const gate = lufsOf(mean(loud)) - 10;
  return lufsOf(mean(loud.filter((power) => lufsOf(power) > gate)));
}

/** Powers of the frequencies of a window of 2^n samples (Hann), from 0 to half the sample rate. */
function spectrumOf(window: Float32Array): Float64Array {
  const size = window.length;
  const real = Float64Array.from(
    window,
    (value, at) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size)),
  );
  const imaginary = new Float64Array(size);
  for (let at = 1, back = 0; at < size; at += 1) {
    let bit = size >> 1;
    for (; back & bit; bit >>= 1) back ^= bit;
    back ^= bit;
    if (at < back) [real[at], real[back]] = [real[back] as number, real[at] as number];
  }
  for (let length = 2; length <= size; length *= 2)
    for (let from = 0; from < size; from += length)
      for (let k = 0; k < length / 2; k += 1) {
        const [cos, sin] = [Math.cos((-2 * Math.PI * k) / length), Math.sin((-2 * Math.PI * k) / length)];
        const [a, b] = [from + k, from + k + length / 2];
        const [re, im] = [real[b] as number, imaginary[b] as number];
        const [turnedRe, turnedIm] = [re * cos - im * sin, re * sin + im * cos];
        [real[b], imaginary[b]] = [(real[a] as number) - turnedRe, (imaginary[a] as number) - turnedIm];
        [real[a], imaginary[a]] = [(real[a] as number) + turnedRe, (imaginary[a] as number) + turnedIm];
      }
  return Float64Array.from({ length: size / 2 }, (_, at) => (real[at] ?? 0) ** 2 + (imaginary[at] ?? 0) ** 2);
}

/** Where a sound's energy lies: shares (0 to 1) of lows, middle and highs, and the middle of it all in hertz. */
export function balanceOf({ left, right }: Stereo) {
  const size = 4096;
  const sum = new Float64Array(size / 2);
  for (let from = 0; from + size <= left.length; from += size * 2) {
    const window = left.slice(from, from + size).map((value, at) => (value + (right[from + at] ?? 0)) / 2);
    spectrumOf(window).forEach((power, at) => {
      sum[at] = (sum[at] ?? 0) + power;
    });
  }
  const hertz = (at: number) => (at * sampleRate) / size;
  const total = sum.reduce((all, power) => all + power, 0);
  const share = (from: number, to: number) =>
    sum.reduce((all, power, at) => (hertz(at) >= from && hertz(at) < to ? all + power : all), 0) / total;
  const centroid = sum.reduce((all, power, at) => all + power * hertz(at), 0) / total;
  return { lows: share(0, 150), middle: share(150, 2_000), highs: share(4_000, sampleRate / 2), centroid };
}
