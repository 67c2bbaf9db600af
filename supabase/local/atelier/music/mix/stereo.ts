import { samplesIn } from "../voices/sample-rate.ts";

/** Two channels of the same length. */
export interface Stereo {
  left: Float32Array;
  right: Float32Array;
}

/** Silence of that many seconds. */
export function silence(seconds: number): Stereo {
  const length = samplesIn(seconds);
  return { left: new Float32Array(length), right: new Float32Array(length) };
}

/** Adds a sound of one channel from sample `from` on, at a place between -1 (left) and 1 (right), at equal power. */
export function place(into: Stereo, sound: Float32Array, from: number, loudness: number, pan: number): void {
  const angle = ((pan + 1) * Math.PI) / 4;
  const toLeft = Math.cos(angle) * loudness;
  const toRight = Math.sin(angle) * loudness;
  const { left, right } = into;
  const length = Math.min(sound.length, left.length - from);
  for (let at = 0; at < length; at += 1) {
    const value = sound[at] as number;
    left[from + at] = (left[from + at] as number) + value * toLeft;
    right[from + at] = (right[from + at] as number) + value * toRight;
  }
}

/** Adds all of one to another, so many times as loud. */
export function add(into: Stereo, from: Stereo, gain: number): void {
  for (const side of ["left", "right"] as const) {
    const [target, source] = [into[side], from[side]];
    for (let at = 0; at < target.length; at += 1)
      target[at] = (target[at] as number) + (source[at] as number) * gain;
  }
}
