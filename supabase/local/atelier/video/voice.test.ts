import { beforeAll, describe, expect, it } from "vitest";
import { makeWav } from "../testing/make-wav.ts";
import { readFilm } from "../testing/read-film.ts";
import { openStream } from "./h264.ts";
import { packFilm } from "./mp4.ts";
import { readVoice } from "./voice.ts";
import { encodeMp3 } from "./voice-mp3.ts";

let stream: Uint8Array;
beforeAll(async () => {
  const frame = { data: new Uint32Array(32 * 32).fill(0xff8040c0), width: 32, height: 32 };
  const open = await openStream(32);
  for (let at = 0; at < 72; at++) open.add(frame);
  stream = Uint8Array.from(open.finish());
  open.close();
});
const spoken = async (voice: Uint8Array) => readFilm(await packFilm(stream, await readVoice(voice, 3)));

describe("a film's voice", () => {
  it.each([
    ["a short WAV", makeWav(1)],
    ["a WAV of two channels that is longer than the film", makeWav(7, 44_100, 2)],
    ["a WAV at an odd rate", makeWav(1, 16_000)],
  ])("can be %s", async (_name, wav) => {
    const { sound, seconds, frames } = await spoken(wav);
    expect(sound?.codec).toBe("mp3");
    expect(sound?.seconds).toBeGreaterThan(2.85);
    expect(sound?.seconds).toBeLessThanOrEqual(3);
    expect({ seconds, frames: frames.length }).toEqual({ seconds: 3, frames: 72 });
  });

  it("can be an MP3, which is taken as it is and cut where the film ends", async () => {
    const channel = Float32Array.from({ length: 44_100 * 6 }, (_, at) => 0.3 * Math.sin(at / 16));
    const { sound } = await spoken(await encodeMp3({ rate: 44_100, channels: [channel] }, 0, 6));
    expect(sound?.codec).toBe("mp3");
    expect(sound?.seconds).toBeGreaterThan(2.9);
    expect(sound?.seconds).toBeLessThanOrEqual(3);
  });

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["text", Buffer.from("hello")],
    ["half a header", makeWav(1).subarray(0, 20)],
  ])("cannot be %s, and says so to people", async (_name, bytes) => {
    await expect(readVoice(bytes, 3)).rejects.toThrow("The voice could not be read: give a WAV or MP3 file.");
  });
});
