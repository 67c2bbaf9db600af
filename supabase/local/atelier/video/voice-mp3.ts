import { createMp3Encoder } from "wasm-media-encoders";
import type { Samples } from "./voice-samples.ts";

/** Rates that every player takes for MP3 in MP4; all others are drawn out to the first. */
const RATES = [44_100, 48_000, 32_000];
/** Kilobits per second for one and for two channels. */
const BIT_RATES = { 1: 96, 2: 128 } as const;
const FADE = 0.12;

/** The samples as MP3, `lead` seconds of silence before them, faded out where `seconds` are over. */
export async function encodeMp3(
  { rate, channels }: Samples,
  lead: number,
  seconds: number,
): Promise<Uint8Array> {
  const sampleRate = RATES.includes(rate) ? rate : (RATES[0] as number);
  const length = Math.floor(seconds * sampleRate);
  const laid = channels.map((channel) =>
    lay(channel, rate / sampleRate, Math.round(lead * sampleRate), length),
  );
  for (const channel of laid) fadeOut(channel, Math.round(FADE * sampleRate));
  const encoder = await createMp3Encoder();
  const count = laid.length === 2 ? 2 : 1;
  encoder.configure({ sampleRate, channels: count, bitrate: BIT_RATES[count] });
  // The encoder's answers are windows on its own memory, which the next call writes over.
  const body = Uint8Array.from(encoder.encode(laid as never));
  return Buffer.concat([body, encoder.finalize()]);
}

/** The channel at another rate, between its samples in straight lines, after `start` samples of silence. */
function lay(channel: Float32Array, step: number, start: number, length: number): Float32Array {
  const laid = new Float32Array(length);
  for (let at = start; at < length; at++) {
    const place = (at - start) * step;
    const from = Math.floor(place);
    if (from >= channel.length) break;
    const here = channel[from] ?? 0;
    laid[at] = here + ((channel[from + 1] ?? 0) - here) * (place - from);
  }
  return laid;
}

function fadeOut(channel: Float32Array, length: number): void {
  for (let left = 0; left < length; left++) {
    const at = channel.length - 1 - left;
    channel[at] = (channel[at] ?? 0) * (left / length);
  }
}
