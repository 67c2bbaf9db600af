import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input, type InputTrack } from "mediabunny";

/** What a player would find in a film. Times are in seconds. */
export interface FilmFacts {
  /** The names of its outermost boxes, in order. */
  boxes: string[];
  codec: string | null;
  width: number;
  height: number;
  seconds: number;
  /** When each frame is shown. */
  frames: number[];
  sound: { codec: string | null; seconds: number } | null;
}

/** Reads a film as a player would. */
export async function readFilm(bytes: Uint8Array): Promise<FilmFacts> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (!video) throw new Error("The film has no pictures.");
  const frames = (await packetsOf(video)).map(({ timestamp }) => timestamp);
  return {
    boxes: boxesOf(bytes),
    codec: (await video.getDecoderConfig())?.codec ?? null,
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    seconds: await video.computeDuration(),
    frames,
    sound: audio && { codec: await audio.getCodec(), seconds: await audio.computeDuration() },
  };
}

async function packetsOf(track: InputTrack) {
  const packets = [];
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet);
  return packets;
}

function boxesOf(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += view.getUint32(at))
    names.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)));
  return names;
}
