import { describe, expect, it } from "vitest";
import { readAudio } from "../../supabase/functions/_shared/audio.ts";
import fc from "../../tests/setup/properties.ts";
import { evenOut, maxSeconds, sampleRate, toMono, trimSilence, writeWav } from "./sound.ts";

/** Silence, a tone of this loudness, silence: seconds of each. */
function say(before: number, tone: number, after: number, loudness = 0.5): Float32Array<ArrayBuffer> {
  const from = before * sampleRate;
  const to = from + tone * sampleRate;
  return Float32Array.from({ length: to + after * sampleRate }, (_, at) =>
    at >= from && at < to ? loudness * Math.sin(at / 9) : 0.0005 * Math.sin(at * 1.7),
  );
}
const seconds = (sound: Float32Array) => sound.length / sampleRate;

describe("the silence around a voice", () => {
  it("is cut off, but for a breath before and after it", () => {
    expect(seconds(trimSilence(say(1, 0.8, 2)))).toBeCloseTo(0.8 + 0.24, 1);
  });

  it("is cut off around a soft voice too", () => {
    expect(seconds(trimSilence(say(1, 0.8, 2, 0.02)))).toBeCloseTo(1.04, 1);
  });

  it("leaves nothing where nobody said anything", () => {
    expect(trimSilence(say(2, 0, 0))).toHaveLength(0);
    expect(trimSilence(new Float32Array(0))).toHaveLength(0);
  });

  it("stays where there is none to cut", () => {
    const sound = say(0, 1, 0);
    expect(trimSilence(sound)).toEqual(sound);
  });

  it("is not needed for a recording to end after ten seconds", () => {
    expect(seconds(trimSilence(say(1, 14, 1)))).toBe(maxSeconds);
  });
});

describe("a recording", () => {
  it("is made of both channels alike", () => {
    expect([...toMono([Float32Array.of(1, 0, -1), Float32Array.of(0, 0.5, -1)])]).toEqual([0.5, 0.25, -1]);
    expect([...toMono([Float32Array.of(0.5)])]).toEqual([0.5]);
    expect(toMono([])).toHaveLength(0);
  });

  it("is lifted, and no whisper more than eightfold", () => {
    const peak = (sound: Float32Array) => Math.max(...sound.map(Math.abs));
    expect(peak(evenOut(say(0, 0.1, 0, 0.3)))).toBeCloseTo(0.89, 2);
    expect(peak(evenOut(say(0, 0.1, 0, 0.01)))).toBeCloseTo(0.08, 2);
    expect(peak(evenOut(say(0, 0.1, 0, 1)))).toBeCloseTo(0.89, 2);
    expect(peak(evenOut(new Float32Array(9)))).toBe(0);
  });
});

describe("a WAV", () => {
  it("is known by the judge, with its length", () => {
    expect(readAudio(writeWav(say(0, 1.5, 0)))).toEqual({
      mimeType: "audio/wav",
      extension: "wav",
      durationMs: 1500,
    });
  });

  it("holds every sample within a step of 16 bits, and clips what is beyond", () => {
    const sample = fc.float({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 50 }), (list) => {
        const bytes = writeWav(Float32Array.from(list));
        const view = new DataView(bytes.buffer);
        list.forEach((value, at) => {
          const read = view.getInt16(44 + at * 2, true) / 32_768;
          expect(Math.abs(read - Math.min(1, Math.max(-1, value)))).toBeLessThan(1 / 16_000);
        });
      }),
    );
  });
});
