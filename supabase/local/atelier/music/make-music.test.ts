import { describe, expect, it } from "vitest";
import { balanceOf, loudnessOf } from "../testing/measure-music.ts";
import { readMp3, strengthAt } from "../testing/measure-sound.ts";
import { compose } from "./compose/compose.ts";
import { planPiece } from "./compose/plan.ts";
import { readWish, type WishTexts } from "./compose/wish.ts";
import { makeMusic } from "./make-music.ts";
import { levelOf, peakOf } from "./mix/loudness.ts";
import { perform } from "./mix/perform.ts";
import type { Stereo } from "./mix/stereo.ts";
import { frequencyOf } from "./scale.ts";
import { samplesIn } from "./voices/sample-rate.ts";

const quiet = { log() {}, progress() {} };
const decibels = (level: number) => 20 * Math.log10(level);

function perform20(wish: WishTexts, seed: number) {
  const plan = planPiece(readWish(wish), 20, seed);
  const notes = compose(plan);
  return { notes, piece: perform(plan, notes, () => {}) };
}

const played = new Map<WishTexts, ReturnType<typeof perform20>>();

/** The piece for a wish, 20 seconds long; made once for all tests. */
function play(wish: WishTexts, seed: number) {
  const known = played.get(wish) ?? perform20(wish, seed);
  played.set(wish, known);
  return known;
}

const part = ({ left, right }: Stereo, from: number, to: number): Stereo => ({
  left: left.subarray(samplesIn(from), samplesIn(to)),
  right: right.subarray(samplesIn(from), samplesIn(to)),
});

const orders: [WishTexts, number][] = [
  [{ theme: "jungle", mood: "joyful" }, 1],
  [{ theme: "océan", mood: "calme" }, 2],
  [{ theme: "espacio", mood: "soñadora" }, 3],
  [{ theme: "fattoria", mood: "giocosa", genre: "jazz" }, 4],
  [{ theme: "Baustelle", mood: "abenteuerlich", genre: "march" }, 5],
];

describe("a piece of music", () => {
  it.each(orders)("for %o is at -20 dBFS, never clips, and ends softly", (wish, seed) => {
    const { piece } = play(wish, seed);
    expect(decibels(levelOf(piece))).toBeGreaterThan(-20.6);
    expect(decibels(levelOf(piece))).toBeLessThan(-19.6);
    expect(peakOf(piece)).toBeGreaterThan(0.35);
    expect(peakOf(piece)).toBeLessThan(0.81);
    const mean = piece.left.reduce((sum, value) => sum + value, 0) / piece.left.length;
    expect(Math.abs(mean)).toBeLessThan(1e-3);
    expect(decibels(levelOf(part(piece, 19.9, 20)))).toBeLessThan(-50);
    expect(decibels(levelOf(part(piece, 0, 2)))).toBeGreaterThan(-36);
    // As loud to the ear as the others, neither dull nor shrill.
    expect(loudnessOf(piece)).toBeGreaterThan(-18.5);
    expect(loudnessOf(piece)).toBeLessThan(-15);
    const { lows, middle, highs } = balanceOf(piece);
    expect(middle).toBeGreaterThan(0.7);
    expect(lows).toBeLessThan(0.3);
    expect(highs).toBeLessThan(0.08);
    // No hole in it: something sounds in each second until the last chord.
    for (let second = 0; second < 18; second += 1)
      expect(decibels(levelOf(part(piece, second, second + 1)))).toBeGreaterThan(-40);
  });

  it.each([orders[0], orders[1], orders[4]] as [WishTexts, number][])(
    "for %o is heard by its melody first",
    (wish, seed) => {
      const { notes, piece } = play(wish, seed);
      const both = piece.left.map((value, at) => (value + (piece.right[at] ?? 0)) / 2);
      const strengthOf = (section: string) => {
        const sounding = notes.filter((note) => note.section === section && note.seconds > 0.2).slice(0, 60);
        const strengths = sounding.map(
          ({ pitch, at }) => strengthAt(both, frequencyOf(pitch), at + 0.02) ** 2,
        );
        return Math.sqrt(strengths.reduce((sum, value) => sum + value, 0) / strengths.length);
      };
      expect(decibels(strengthOf("lead") / strengthOf("accompaniment"))).toBeGreaterThan(3);
    },
  );

  it("is as long as asked for, in stereo at 128 kb/s, and tells what it is", async () => {
    const bytes = await makeMusic({ prompt: "Frère Jacques", seconds: 20.5, seed: 5 }, quiet);
    const { seconds, kbps, channels } = readMp3(bytes);
    expect(seconds).toBeGreaterThanOrEqual(20.5);
    expect(seconds).toBeLessThan(20.65);
    expect([kbps, channels]).toEqual([128, 2]);
    const tag = Buffer.from(bytes.subarray(0, 2_000)).toString("utf16le", 1);
    const tags = [tag, Buffer.from(bytes.subarray(0, 2_000)).toString("utf16le")].join();
    expect(tags).toContain("Frère Jacques");
    expect(tags).toContain("MagikSwipe Atelier");
  });

  it("has the same bytes for the same seed, and others for another", async () => {
    const make = async (seed: number) =>
      Buffer.from(await makeMusic({ theme: "farm", mood: "playful", seconds: 8, seed }, quiet)).toString(
        "base64",
      );
    const [first, again, other] = [await make(9), await make(9), await make(10)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it("stops at the step at which it is told to", async () => {
    const steps: number[] = [];
    const listener = {
      log() {},
      progress(done: number) {
        steps.push(done);
        if (done === 2) throw new Error("enough");
      },
    };
    await expect(makeMusic({ seconds: 20, seed: 1 }, listener)).rejects.toThrow("enough");
    expect(steps).toEqual([1, 2]);
  });
});
