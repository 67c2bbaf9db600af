import { describe, expect, it } from "vitest";
import { compose } from "./compose.ts";
import { barsOf } from "./form.ts";
import { planPiece } from "./plan.ts";
import { layOut } from "./timeline.ts";
import { readWish, type WishTexts } from "./wish.ts";
import { genres, moods } from "./words.ts";

const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
const plan = (wish: WishTexts, seed: number, seconds = 24) => planPiece(readWish(wish), seconds, seed);

/** Quarters a minute, whatever the meter counts in. */
function quarters({ meter, form }: ReturnType<typeof plan>): number {
  return meter === "6/8" ? form.tempo * 1.5 : form.tempo;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a planned piece", () => {
  it("fits any length from 20 to 30 seconds: the last bar ends in time for its chord to ring out", () => {
    for (const mood of moods)
      for (const seed of seeds) {
        const seconds = 20 + (seed % 11);
        const piece = plan({ mood }, seed, seconds);
        const rest = seconds - (layOut(piece).beats * 60) / piece.form.tempo;
        expect(rest).toBeGreaterThan(0.9);
        expect(rest).toBeLessThan(3.2);
        expect(barsOf(piece.form)).toBeGreaterThanOrEqual(4);
      }
  });

  it("is slower when it calms and dreams than when it plays", () => {
    const tempoOf = (mood: string) => mean(seeds.map((seed) => quarters(plan({ mood }, seed))));
    for (const slow of ["calm", "dreamy"])
      for (const fast of ["joyful", "playful", "adventurous"])
        expect(tempoOf(fast)).toBeGreaterThan(1.25 * tempoOf(slow));
  });

  it("keeps its tempo within what its mood bears", () => {
    for (const seed of seeds) {
      expect(quarters(plan({ mood: "calm" }, seed))).toBeLessThan(125);
      expect(quarters(plan({ mood: "adventurous" }, seed))).toBeGreaterThan(100);
    }
  });

  it("has drums for an adventure and hardly any for a lullaby", () => {
    const drumsOf = (wish: WishTexts) =>
      mean(
        seeds
          .slice(0, 8)
          .map((seed) => compose(plan(wish, seed)).filter(({ section }) => section === "drums").length),
      );
    expect(drumsOf({ mood: "adventurous" })).toBeGreaterThan(60);
    expect(drumsOf({ genre: "lullaby" })).toBeLessThan(20);
  });

  it.each(genres)("can be a %s in every mood, without a note out of reach", (genre) => {
    for (const mood of moods)
      for (const seed of seeds.slice(0, 2)) {
        const piece = plan({ mood, genre }, seed);
        expect(piece).toMatchObject({ mood, genre });
        for (const { pitch, at, seconds, loudness } of compose(piece)) {
          expect(pitch).toBeGreaterThanOrEqual(35);
          expect(pitch).toBeLessThanOrEqual(96);
          expect(at + seconds).toBeLessThanOrEqual(24);
          expect(seconds).toBeGreaterThan(0);
          expect(loudness).toBeGreaterThan(0);
          expect(loudness).toBeLessThanOrEqual(1.2);
        }
      }
  });

  it("is built on a nursery tune for some seeds, on its own melody for others", () => {
    const known = seeds.filter((seed) => plan({ theme: "farm", mood: "joyful" }, seed).tune !== null).length;
    expect(known).toBeGreaterThan(5);
    expect(known).toBeLessThan(25);
  });

  it("plays the tune that was asked for, whatever the seed", () => {
    for (const seed of seeds) {
      const piece = plan({ prompt: "Bruder Jakob als Jazz" }, seed);
      expect([piece.tune?.key, piece.genre]).toEqual(["frere-jacques", "jazz"]);
    }
  });

  it("plays tunes that the children of a language know", () => {
    const tunesOf = (language: string) =>
      [...seeds, ...seeds.map((seed) => seed + 100)].map(
        (seed) => plan({ theme: "farm", mood: "joyful", language }, seed).tune?.key,
      );
    expect(tunesOf("de")).toContain("alle-meine-entchen");
    expect(tunesOf("it")).toContain("old-macdonald");
  });

  it("has the instruments that were asked for", () => {
    const { band } = plan({ prompt: "joyful ukulele and whistle, country morning" }, 3);
    expect(band).toMatchObject({ lead: "whistle", accompaniment: "ukulele" });
  });

  it("differs from seed to seed", () => {
    const own = seeds.filter((seed) => plan({ theme: "ocean", mood: "calm" }, seed).tune === null);
    const melodies = own.map((seed) => {
      const lead = compose(plan({ theme: "ocean", mood: "calm" }, seed)).filter(
        ({ section }) => section === "lead",
      );
      return lead.map(({ pitch }) => pitch - (lead[0]?.pitch ?? 0)).join();
    });
    expect(own.length).toBeGreaterThan(10);
    expect(new Set(melodies).size).toBe(own.length);
  });
});
