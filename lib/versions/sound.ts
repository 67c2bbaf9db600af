/** Hertz of a recording that is sent: as the models speak, and more than a voice needs. */
export const sampleRate = 24_000;
/** The longest recording of a name, in seconds. */
export const maxSeconds = 10;

/** All channels of a sound as one. */
export function toMono(channels: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const [first = new Float32Array(), ...others] = channels;
  const mono = Float32Array.from(first);
  for (const channel of others)
    for (let at = 0; at < mono.length; at += 1) mono[at] = (mono[at] ?? 0) + (channel[at] ?? 0);
  for (let at = 0; at < mono.length; at += 1) mono[at] = (mono[at] ?? 0) / channels.length;
  return mono;
}

const windowSeconds = 0.01;
/** Kept before and after the voice, so that no consonant is cut off, in seconds. */
const spareSeconds = 0.12;
/** What is softer than this part of the loudest moment, or than this level, is no voice. */
const quietPart = 0.06;
const quietLevel = 0.004;

function levelsOf(sound: Float32Array, size: number): number[] {
  return Array.from({ length: Math.ceil(sound.length / size) }, (_, window) => {
    const part = sound.subarray(window * size, (window + 1) * size);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  });
}

/**
 * The sound without the silence before and after the voice, at most ten seconds of it; empty when there is no voice.
 * Loudness is compared over hundredths of a second, so that the click of a mouse is no voice for long.
 */
export function trimSilence(sound: Float32Array<ArrayBuffer>, rate = sampleRate): Float32Array<ArrayBuffer> {
  const size = Math.round(windowSeconds * rate);
  const levels = levelsOf(sound, size);
  const limit = Math.max(quietLevel, quietPart * levels.reduce((most, level) => Math.max(most, level), 0));
  const isLoud = (level: number) => level >= limit;
  const first = levels.findIndex(isLoud);
  if (first === -1) return sound.slice(0, 0);
  const spare = Math.round(spareSeconds * rate);
  const from = Math.max(0, first * size - spare);
  const to = Math.min(sound.length, (levels.findLastIndex(isLoud) + 1) * size + spare);
  return sound.slice(from, Math.min(to, from + maxSeconds * rate));
}

/** Peak of a recording that was made louder: a little below what clips. */
const loudest = 0.89;
/** Whispers are lifted so much at most: more would lift the room with them. */
const largestGain = 8;

/** The same sound as loud as it may be, so that all cards sound alike; silence stays silence. */
export function evenOut(sound: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const peak = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = peak === 0 ? 1 : Math.min(largestGain, loudest / peak);
  return sound.map((sample) => sample * gain);
}

const headBytes = 44;

/** A WAV of 16 bits and one channel. What is beyond -1 and 1 is clipped. */
export function writeWav(sound: Float32Array, rate = sampleRate): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes + sound.length * 2);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  word(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  word(36, "data");
  view.setUint32(40, sound.length * 2, true);
  sound.forEach((sample, at) => {
    const clipped = Math.min(1, Math.max(-1, sample));
    view.setInt16(headBytes + at * 2, Math.round(clipped < 0 ? clipped * 32_768 : clipped * 32_767), true);
  });
  return bytes;
}
