import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { FRAME_RATE } from "./h264.ts";
import { fixTimes } from "./mp4-times.ts";
import type { Voice } from "./voice.ts";

/** What `planes.ts` makes; players guess otherwise, each in its own way. */
const COLOURS = { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false } as const;

/**
 * Packs the encoder's stream again: its index first, so that players start before all of it has come, each frame exactly
 * one 24th of a second, and beside it the voice, if any. The same stream gives the same bytes at any time.
 */
export async function packFilm(stream: Uint8Array, voice: Voice | null): Promise<Uint8Array> {
  const input = new Input({ source: new BufferSource(stream), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) throw new Error("The video could not be packed.");
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: "in-memory" }),
    target: new BufferTarget(),
  });
  const frames = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(frames, { frameRate: FRAME_RATE });
  const sound = voice && new EncodedAudioPacketSource("mp3");
  if (sound) output.addAudioTrack(sound);
  await output.start();
  let count = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    const times = { timestamp: count / FRAME_RATE, duration: 1 / FRAME_RATE, sequenceNumber: count };
    await frames.add(packet.clone(times), { decoderConfig: { ...config, colorSpace: COLOURS } });
    count += 1;
  }
  for (const packet of voice?.packets ?? []) {
    if (packet.timestamp + packet.duration > count / FRAME_RATE) break;
    await sound?.add(packet, { decoderConfig: voice?.config });
  }
  await output.finalize();
  input.dispose();
  const bytes = output.target.buffer;
  if (!bytes) throw new Error("The video could not be packed.");
  return fixTimes(new Uint8Array(bytes));
}
