import { sampleRate, samplesIn } from "./sample-rate.ts";

/** A vibration of a struck body: its frequency and strength against the lowest one, and how long it lasts against it. */
export type Partial = readonly [ratio: number, strength: number, lasting: number];

export interface StruckBody {
  partials: readonly Partial[];
  /** Seconds until the lowest partial has fallen by 60 dB, at middle C; higher notes fade sooner. */
  lasts: number;
  /** Seconds of the stroke. */
  attack: number;
  /** Slow beating of the loudness, as of a vibraphone's motor. */
  tremolo?: { hertz: number; depth: number };
}

const highestHeard = 15_000;

function addPartial(out: Float32Array, hertz: number, strength: number, lastsSeconds: number): void {
  const step = (2 * Math.PI * hertz) / sampleRate;
  const turn = 2 * Math.cos(step);
  // 60 dB are a factor of 1000 = e^6.9.
  const fade = Math.exp(-6.9 / samplesIn(lastsSeconds));
  let before = -Math.sin(step);
  let now = 0;
  let level = strength;
  for (let at = 0; at < out.length; at += 1) {
    out[at] = (out[at] as number) + now * level;
    const next = turn * now - before;
    before = now;
    now = next;
    level *= fade;
    if (level < 2e-5) return;
  }
}

/** The sound of a bar, a bell, a tongue or a hammered string: a sum of partials that fade, each at its own pace. */
export function strike(body: StruckBody, hertz: number): Float32Array {
  const lasts = body.lasts * Math.min(1.4, (261.6 / hertz) ** 0.35);
  const out = new Float32Array(samplesIn(lasts));
  for (const [ratio, strength, lasting] of body.partials)
    if (hertz * ratio < highestHeard) addPartial(out, hertz * ratio, strength, lasts * lasting);
  const attack = Math.max(8, samplesIn(body.attack));
  for (let at = 0; at < attack; at += 1) out[at] = (out[at] as number) * (at / attack);
  if (body.tremolo) {
    const step = (2 * Math.PI * body.tremolo.hertz) / sampleRate;
    for (let at = 0; at < out.length; at += 1)
      out[at] = (out[at] as number) * (1 - body.tremolo.depth * (0.5 - 0.5 * Math.cos(step * at)));
  }
  return out;
}
