import { sampleRate, samplesIn } from "../music/voices/sample-rate.ts";

/** Phase and strength of one frequency in a window of the sound (Hann), from sample `from` on. */
function phaseOf(sound: Float32Array, hertz: number, from: number, length: number) {
  const step = (2 * Math.PI * hertz) / sampleRate;
  let [real, imaginary] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const value = (sound[from + at] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / length));
    real += value * Math.cos(step * (from + at));
    imaginary -= value * Math.sin(step * (from + at));
  }
  return { phase: Math.atan2(imaginary, real), strength: (2 * Math.hypot(real, imaginary)) / length };
}

/** How many cents a tone is above (or below) the pitch it should have, by how its phase drifts against that pitch. */
export function centsOff(sound: Float32Array, hertz: number): number {
  const [window, hop] = [samplesIn(0.12), samplesIn(0.04)];
  const start = samplesIn(0.03);
  const drift = phaseOf(sound, hertz, start + hop, window).phase - phaseOf(sound, hertz, start, window).phase;
  const turn = Math.atan2(Math.sin(drift), Math.cos(drift));
  const measured = hertz + (turn * sampleRate) / (2 * Math.PI * hop);
  return 1_200 * Math.log2(measured / hertz);
}

/** Strength of one frequency around a time in seconds. */
export function strengthAt(sound: Float32Array, hertz: number, seconds: number): number {
  return phaseOf(sound, hertz, samplesIn(seconds), samplesIn(0.1)).strength;
}

const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];

/** What the frames of an MP3 (MPEG 1, layer 3) say. Throws when anything but whole frames follows a tag. */
export function readMp3(bytes: Uint8Array): {
  frames: number;
  seconds: number;
  kbps: number;
  channels: number;
} {
  let at = 0;
  if (Buffer.from(bytes.subarray(0, 3)).toString("latin1") === "ID3")
    at = 10 + [6, 7, 8, 9].reduce((size, place) => size * 128 + (bytes[place] ?? 0), 0);
  let frames = 0;
  let kbps = 0;
  let channels = 0;
  while (at < bytes.length) {
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
    if (first !== 0xff || (second & 0xfe) !== 0xfa) throw new Error(`There is no frame at byte ${at}.`);
    if ((third & 0x0c) !== 0) throw new Error("The sample rate is not 44.1 kHz.");
    kbps = bitrates[third >> 4] ?? 0;
    channels = fourth >> 6 === 3 ? 1 : 2;
    at += Math.floor((144_000 * kbps) / 44_100) + ((third >> 1) & 1);
    frames += 1;
  }
  if (at !== bytes.length) throw new Error("The last frame is cut off.");
  return { frames, seconds: (frames * 1_152) / 44_100, kbps, channels };
}
