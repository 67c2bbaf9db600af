import { createMp3Encoder } from "wasm-media-encoders";
import type { Stereo } from "./mix/stereo.ts";
import { sampleRate } from "./voices/sample-rate.ts";

const chunkSamples = sampleRate * 2;

/** Encodes two channels as MP3 at 128 kb/s, two seconds at a time. Calls `onChunk` after each; what it throws ends the work. */
export async function encodeMp3({ left, right }: Stereo, onChunk: () => void): Promise<Uint8Array> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: 2, bitrate: 128 });
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < left.length; from += chunkSamples) {
    const to = from + chunkSamples;
    // The encoder reuses its memory, so what it gives is copied.
    chunks.push(encoder.encode([left.subarray(from, to), right.subarray(from, to)]).slice());
    onChunk();
  }
  chunks.push(encoder.finalize().slice());
  return Buffer.concat(chunks);
}
