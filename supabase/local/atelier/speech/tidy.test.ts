import { describe, expect, it } from "vitest";
import { tidy } from "./tidy.ts";
import { readWav, writeWav } from "./wav.ts";

const rate = 22_050;

/** A vowel of that loudness between silences, all in seconds. */
function word(loudness: number, { before = 0.5, lasting = 0.6, after = 1 } = {}) {
  const samples = new Float32Array(Math.round((before + lasting + after) * rate));
  for (let at = 0; at < lasting * rate; at += 1)
    samples[Math.round(before * rate) + at] = loudness * Math.sin((2 * Math.PI * 200 * at) / rate);
  return { samples, rate };
}

const levelOf = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);

describe("a spoken word", () => {
  it.each([0.02, 0.3, 0.95])("said at %f comes to the same level, without clipping", (loudness) => {
    const { samples } = tidy(word(loudness));
    const spoken = samples.subarray(Math.round(0.1 * rate), Math.round(0.6 * rate));
    expect(20 * Math.log10(levelOf(spoken))).toBeCloseTo(-20, 0);
    expect(samples.every((value) => Math.abs(value) < 0.86)).toBe(true);
  });

  it("keeps a breath around it and no more, and begins and ends in silence", () => {
    const { samples } = tidy(word(0.3, { before: 1.2, lasting: 0.5, after: 2 }));
    expect(samples.length / rate).toBeGreaterThan(0.74);
    expect(samples.length / rate).toBeLessThan(0.79);
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
  });

  it("that was not said is no word", () => {
    expect(() => tidy({ samples: new Float32Array(rate), rate })).toThrow("The voice said nothing.");
    expect(() => tidy({ samples: new Float32Array(0), rate })).toThrow("The voice said nothing.");
  });
});

describe("a WAV file", () => {
  it("is read as it was written, and says what made it", () => {
    const spoken = word(0.4, { before: 0.01, lasting: 0.02, after: 0.0101 });
    const bytes = writeWav(spoken, "MagikSwipe");
    const read = readWav(bytes);
    expect(read.rate).toBe(rate);
    expect(read.samples.length).toBe(spoken.samples.length);
    for (const [at, value] of spoken.samples.entries()) expect(read.samples[at]).toBeCloseTo(value, 3);
    expect(Buffer.from(bytes).toString("latin1")).toContain("MagikSwipe");
    expect(Buffer.from(bytes).readUInt32LE(4)).toBe(bytes.length - 8);
  });

  it("that is none, or holds no plain samples, is refused in words", () => {
    const none = "The voice gave no sound that could be read.";
    const good = writeWav(word(0.4), "MagikSwipe");
    expect(() => readWav(Buffer.from("no sound"))).toThrow(none);
    expect(() => readWav(good.subarray(0, 40))).toThrow(none);
    const packed = Uint8Array.from(good);
    packed[20] = 3;
    expect(() => readWav(packed)).toThrow(none);
  });

  it("that was cut off gives what is left of it", () => {
    const good = writeWav(word(0.4), "MagikSwipe");
    expect(readWav(good.subarray(0, 1_044)).samples.length).toBe(500);
  });
});
