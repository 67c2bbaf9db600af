import { describe, expect, it } from "vitest";
import { centsOff } from "../../testing/measure-sound.ts";
import { frequencyOf } from "../scale.ts";
import { drumVoices, pitchedVoices } from "./names.ts";
import { samplesIn } from "./sample-rate.ts";
import { sound } from "./voices.ts";

const peakOf = (samples: Float32Array) => samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);

describe("a voice", () => {
  it.each(pitchedVoices)("%s is in tune over three octaves", (voice) => {
    for (const pitch of [48, 60, 65, 72, 84]) {
      const cents = centsOff(sound(voice, pitch, 0.5), frequencyOf(pitch));
      expect(Math.abs(cents), `pitch ${pitch}: ${cents.toFixed(2)} cents`).toBeLessThan(3);
    }
  });

  it.each([...pitchedVoices, ...drumVoices])(
    "%s begins and ends without a click, and is never without a sound",
    (voice) => {
      const made = sound(voice, 60, 0.5);
      const peak = peakOf(made);
      expect(peak).toBeGreaterThan(0.05);
      expect(peak).toBeLessThan(6);
      expect(made.every(Number.isFinite)).toBe(true);
      expect(Math.abs(made[0] ?? 1)).toBeLessThan(0.06 * peak);
      expect(peakOf(made.subarray(-32))).toBeLessThan(0.06 * peak);
    },
  );

  it("sounds the same each time, and noise is no exception", () => {
    for (const voice of ["harp", "flute", "snare", "celesta"] as const)
      expect(sound(voice, 67, 0.3)).toEqual(sound(voice, 67, 0.3));
    expect(sound("harp", 67, 0.3)).not.toEqual(sound("harp", 69, 0.3));
  });

  it("lasts as long as it is played, where it is blown or bowed", () => {
    const [short, long] = [sound("flute", 72, 0.25), sound("flute", 72, 1)];
    expect(long.length - short.length).toBe(samplesIn(1) - samplesIn(0.25));
  });
});
