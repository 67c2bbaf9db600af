import { EncodedPacketSink, type InputAudioTrack } from "mediabunny";

/** One or two channels of numbers in -1..1. */
export type Samples = { rate: number; channels: Float32Array[] };

type Decode = [bytes: number, read: (view: DataView, at: number) => number];

const FORMATS: Record<string, Decode> = {
  "pcm-u8": [1, (view, at) => (view.getUint8(at) - 128) / 128],
  "pcm-s16": [2, (view, at) => view.getInt16(at, true) / 32_768],
  "pcm-s24": [3, (view, at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 8_388_608],
  "pcm-s32": [4, (view, at) => view.getInt32(at, true) / 2_147_483_648],
  "pcm-f32": [4, (view, at) => view.getFloat32(at, true)],
};

/** The first `seconds` of a track of plain samples, at most two channels; null for a codec that is not plain samples. */
export async function readSamples(
  track: InputAudioTrack,
  codec: string,
  seconds: number,
): Promise<Samples | null> {
  const format = FORMATS[codec];
  if (!format) return null;
  const [bytes, read] = format;
  const [rate, count] = [await track.getSampleRate(), await track.getNumberOfChannels()];
  const kept = Math.min(2, count);
  const channels = Array.from({ length: kept }, () => new Float32Array(Math.ceil(seconds * rate)));
  let at = 0;
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (
      let from = 0;
      from + bytes * count <= data.byteLength && at < seconds * rate;
      from += bytes * count, at++
    )
      for (let channel = 0; channel < kept; channel++)
        (channels[channel] as Float32Array)[at] = read(view, from + channel * bytes);
    if (at >= seconds * rate) break;
  }
  return { rate, channels: channels.map((channel) => channel.subarray(0, at)) };
}
