import { createMp3Encoder } from "wasm-media-encoders";

const chunkSeconds = 2;

/** One or two channels of sound and how to write them. */
interface Recording {
  channels: readonly [Float32Array] | readonly [Float32Array, Float32Array];
  /** Samples a second: 8,000 to 48,000, one of the rates of MPEG. */
  sampleRate: number;
  kbps: 64 | 128;
}

/** Encodes sound as MP3, two seconds at a time. Calls `onChunk` after each; what it throws ends the work. */
export async function encodeMp3(
  { channels, sampleRate, kbps }: Recording,
  onChunk: () => void,
): Promise<Uint8Array> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: channels.length, bitrate: kbps });
  const chunks: Uint8Array[] = [];
  const size = sampleRate * chunkSeconds;
  for (let from = 0; from < channels[0].length; from += size) {
    const [first, second] = channels.map((channel) => channel.subarray(from, from + size));
    // The encoder reuses its memory, so what it gives is copied.
    if (first) chunks.push(encoder.encode(second ? [first, second] : [first]).slice());
    onChunk();
  }
  chunks.push(encoder.finalize().slice());
  return Buffer.concat(chunks);
}
