import {
  BufferSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  MP3,
  WAVE,
} from "mediabunny";
import { encodeMp3 } from "./voice-mp3.ts";
import { readSamples } from "./voice-samples.ts";

/** A spoken word ready to be packed into a film. */
export type Voice = { packets: EncodedPacket[]; config: AudioDecoderConfig };

/** Quiet before the word, in seconds: a voice that starts with the first frame startles. */
const LEAD = 0.3;

/**
 * Reads a WAV or MP3 file and makes of it the sound of a film of `seconds`. A WAV begins after a breath and fades out
 * where the film ends; an MP3 is taken as it is. Throws a message for people when it is neither.
 */
export async function readVoice(bytes: Uint8Array, seconds: number): Promise<Voice> {
  const unreadable = new Error("The voice could not be read: give a WAV or MP3 file.");
  const input = new Input({ source: new BufferSource(bytes), formats: [WAVE, MP3] });
  try {
    const track = await input.getPrimaryAudioTrack().catch(() => null);
    const codec = await track?.getCodec();
    if (!track || !codec) throw unreadable;
    if (codec === "mp3") return await packetsOf(track, seconds);
    const samples = await readSamples(track, codec, seconds);
    if (!samples) throw unreadable;
    return await readVoice(await encodeMp3(samples, LEAD, seconds), seconds);
  } finally {
    input.dispose();
  }
}

async function packetsOf(track: InputAudioTrack, seconds: number): Promise<Voice> {
  const config = await track.getDecoderConfig();
  if (!config) throw new Error("The voice could not be read: its MP3 frames are damaged.");
  const packets: EncodedPacket[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.timestamp >= seconds) break;
    packets.push(packet);
  }
  return { packets, config };
}
