import { describe, expect, it } from "vitest";
import { sampleRate, samplesIn } from "../music/voices/sample-rate.ts";
import { balanceOf, loudnessOf } from "./measure-music.ts";

const tone = (hertz: number, peak: number) =>
  Float32Array.from(
    { length: samplesIn(3) },
    (_, at) => peak * Math.sin((2 * Math.PI * hertz * at) / sampleRate),
  );

describe("the loudness meter", () => {
  it("shows what ITU-R BS.1770 says of a tone of 997 Hz: -3.01 LUFS at full scale in one channel", () => {
    const silence = new Float32Array(samplesIn(3));
    expect(loudnessOf({ left: tone(997, 1), right: silence })).toBeCloseTo(-3.01, 1);
    expect(loudnessOf({ left: tone(997, 0.1), right: tone(997, 0.1) })).toBeCloseTo(-20, 1);
  });

  it("hears lows less, and leaves pauses out", () => {
    expect(loudnessOf({ left: tone(40, 0.1), right: tone(40, 0.1) })).toBeLessThan(-22);
    const half = tone(997, 0.1).map((value, at) => (at < samplesIn(1.5) ? value : 0));
    expect(loudnessOf({ left: half, right: half })).toBeGreaterThan(-20.8);
  });
});

describe("the balance of a sound", () => {
  it("lies where its tone is", () => {
    const [low, high] = [tone(100, 0.3), tone(5_000, 0.3)];
    expect(balanceOf({ left: low, right: low }).lows).toBeGreaterThan(0.98);
    expect(balanceOf({ left: high, right: high })).toMatchObject({
      lows: expect.closeTo(0, 3),
      highs: expect.closeTo(1, 2),
    });
    expect(balanceOf({ left: high, right: high }).centroid).toBeCloseTo(5_000, -2);
  });
});
