import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { conceptsOfTheme } from "../art/catalogue.ts";
import { BUILT_IN_THEMES } from "../art/selection.ts";
import { composeScene } from "../scene/compose.ts";
import { drawStill } from "./still.ts";

/** Far below what a person sees in the picture itself: only the composition is compared. */
const THUMBNAIL = 36;
/** Of 64 bits; two pictures of the same composition differ in none to six. */
const CLEARLY_DIFFERENT = 14;

/** 64 bits: whether each of 8 by 8 cells is darker than its right neighbour. */
async function differenceHash(concept: string, theme: string, seed: number): Promise<boolean[]> {
  const still = await drawStill(composeScene({ concept, theme, seed }), "soft", THUMBNAIL);
  const { data, info } = await still.raw().toBuffer({ resolveWithObject: true });
  const grey = await sharp(data, { raw: info }).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer();
  return Array.from({ length: 64 }, (_, at) => {
    const cell = Math.floor(at / 8) * 9 + (at % 8);
    return (grey[cell] ?? 0) > (grey[cell + 1] ?? 0);
  });
}

const distance = (one: boolean[], other: boolean[]) => one.filter((bit, at) => bit !== other[at]).length;

describe("two seeds", () => {
  it.each(BUILT_IN_THEMES)(
    "make two clearly different pictures of every concept of %s",
    { timeout: 60_000 },
    async (theme) => {
      const alike: string[] = [];
      for (const { key } of conceptsOfTheme(theme)) {
        const [one, other] = [await differenceHash(key, theme, 1), await differenceHash(key, theme, 2)];
        if (distance(one, other) < CLEARLY_DIFFERENT) alike.push(key);
      }
      expect(alike).toEqual([]);
    },
  );

  it("go on differing from seed to seed, where the same seed twice differs in nothing", async () => {
    const hashes = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6].map((seed) => differenceHash("cow", "farm", seed)),
    );
    for (const [at, hash] of hashes.slice(1).entries())
      expect(distance(hash, hashes[at] ?? []), `seeds ${at} and ${at + 1}`).toBeGreaterThanOrEqual(
        CLEARLY_DIFFERENT,
      );
    expect(distance(await differenceHash("cow", "farm", 3), hashes[3] ?? [])).toBe(0);
  });
});
