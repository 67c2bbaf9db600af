import type { Random } from "../../scene/random.ts";
import type { Ambience } from "../compose/colours.ts";
import { frequencyOf } from "../scale.ts";
import { sampleRate, samplesIn } from "../voices/sample-rate.ts";
import { place, type Stereo } from "./stereo.ts";

/** A whistle whose pitch moves along a curve, loudest in its middle. */
function chirp(seconds: number, hertz: (share: number) => number): Float32Array {
  const out = new Float32Array(samplesIn(seconds));
  let phase = 0;
  for (let at = 0; at < out.length; at += 1) {
    const share = at / out.length;
    phase += (2 * Math.PI * hertz(share)) / sampleRate;
    out[at] = Math.sin(phase) * Math.sin(Math.PI * share);
  }
  return out;
}

function birds(into: Stereo, seconds: number, random: Random): void {
  for (let call = 0; call < seconds / 4; call += 1) {
    const at = random.between(0.3, seconds - 3.5);
    const pan = random.between(-0.8, 0.8);
    const from = random.between(2_500, 3_500);
    for (let note = 0; note < random.whole(2, 4); note += 1) {
      const lift = random.between(300, 1_000);
      const song = chirp(random.between(0.06, 0.12), (share) => from + lift * Math.sin(share * 3.1));
      place(into, song, samplesIn(at + note * 0.14), random.between(0.5, 1), pan);
    }
  }
}

function crickets(into: Stereo, seconds: number, random: Random): void {
  for (let at = 0.5; at < seconds - 2.5; at += random.between(0.9, 1.8)) {
    const pan = random.between(-0.9, 0.9);
    const song = chirp(0.03, () => 4_600);
    for (let note = 0; note < 5; note += 1) place(into, song, samplesIn(at + note * 0.045), 0.7, pan);
  }
}

function sparkle(into: Stereo, seconds: number, random: Random): void {
  for (let at = 0.4; at < seconds - 3; at += random.between(0.7, 1.6)) {
    const hertz = frequencyOf(84 + random.pick([0, 2, 4, 7, 9]));
    place(
      into,
      chirp(0.5, () => hertz),
      samplesIn(at),
      random.between(0.2, 0.6),
      random.between(-0.9, 0.9),
    );
  }
}

/** Noise that swells and goes, as waves (slow and deep) or wind do. */
function swell(into: Stereo, random: Random, period: number, softness: number): void {
  for (const side of ["left", "right"] as const) {
    const channel = into[side];
    const shift = random.between(0, 0.6);
    let [first, second] = [0, 0];
    for (let at = 0; at < channel.length; at += 1) {
      first += softness * (random.next() * 2 - 1 - first);
      second += softness * (first - second);
      const turn = 0.5 - 0.5 * Math.cos(2 * Math.PI * (at / sampleRate / period + shift));
      channel[at] = (channel[at] as number) + second * (0.15 + turn * turn);
    }
  }
}

/** What is heard far behind the music of a place. */
export function addAmbience(kind: Exclude<Ambience, null>, into: Stereo, random: Random): void {
  const seconds = into.left.length / sampleRate;
  if (kind === "birds") birds(into, seconds, random);
  else if (kind === "crickets") crickets(into, seconds, random);
  else if (kind === "sparkle") sparkle(into, seconds, random);
  else swell(into, random, kind === "waves" ? 7.5 : 5.2, kind === "waves" ? 0.09 : 0.045);
}
