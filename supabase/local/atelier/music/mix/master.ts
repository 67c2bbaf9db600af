import { samplesIn } from "../voices/sample-rate.ts";
import { levelOf } from "./loudness.ts";
import type { Stereo } from "./stereo.ts";

/** Level of a finished piece: -20 dB under full scale. */
const wantedLevel = 10 ** (-20 / 20);
/** Nothing is louder than this, which leaves room for what MP3 adds to peaks. */
const ceiling = 0.8;
const knee = 0.55;

/** Removes what is too low to be heard (a first-order filter at 30 Hz) and any constant. */
function cleanLows(channel: Float32Array): void {
  const pace = 0.0043;
  let low = 0;
  for (let at = 0; at < channel.length; at += 1) {
    const value = channel[at] as number;
    low += pace * (value - low);
    channel[at] = value - low;
  }
}

function fade(channel: Float32Array, inSeconds: number, outSeconds: number): void {
  const rise = samplesIn(inSeconds);
  const fall = Math.min(channel.length, samplesIn(outSeconds));
  for (let at = 0; at < rise; at += 1) channel[at] = (channel[at] as number) * (at / rise);
  for (let at = 0; at < fall; at += 1) {
    const share = at / fall;
    const place = channel.length - 1 - at;
    channel[place] = (channel[place] as number) * share * share * (3 - 2 * share);
  }
}

/** Peaks above the knee are bent towards the ceiling and never reach it. */
function bend(value: number): number {
  const size = Math.abs(value);
  if (size <= knee) return value;
  const room = ceiling - knee;
  return Math.sign(value) * (knee + room * Math.tanh((size - knee) / room));
}

/** Fades the piece out, brings it to -20 dBFS (root mean square over all of it) and keeps it from clipping. */
export function master(piece: Stereo): void {
  for (const channel of [piece.left, piece.right]) {
    cleanLows(channel);
    fade(channel, 0.012, 1.9);
  }
  const gain = wantedLevel / Math.max(1e-6, levelOf(piece));
  for (const channel of [piece.left, piece.right])
    for (let at = 0; at < channel.length; at += 1) channel[at] = bend((channel[at] as number) * gain);
}
