import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { allConcepts } from "../art/catalogue.ts";
import { makePicture, type PictureRequest } from "./picture.ts";
import { readRecipe } from "./recipe-tag.ts";

const SMALL = { width: 128, height: 128, format: "png" } as const;
const THEMES = [
  ["lion", "jungle"],
  ["octopus", "ocean"],
  ["rocket", "space"],
  ["cow", "farm"],
  ["car", "vehicles"],
  ["excavator", "construction"],
  ["banana", "fruit"],
] as const;

/** 64 bits: whether each of 8 by 8 cells is darker than its right neighbour. */
async function differenceHash(request: PictureRequest): Promise<boolean[]> {
  const { bytes } = await makePicture({ ...request, ...SMALL });
  const grey = await sharp(bytes).greyscale().resize(9, 8, { fit: "fill" }).raw().toBuffer();
  return Array.from({ length: 64 }, (_, at) => {
    const cell = Math.floor(at / 8) * 9 + (at % 8);
    return (grey[cell] ?? 0) > (grey[cell + 1] ?? 0);
  });
}

async function distance(one: PictureRequest, other: PictureRequest): Promise<number> {
  const [a, b] = [await differenceHash(one), await differenceHash(other)];
  return a.filter((bit, at) => bit !== b[at]).length;
}

describe("a picture", () => {
  it("is the same to the byte for the same request", async () => {
    const request = { concept: "lion", theme: "jungle", seed: 7, prompt: "a lion with balloons at night" };
    const [first, again] = [
      await makePicture({ ...request, ...SMALL }),
      await makePicture({ ...request, ...SMALL }),
    ];
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it.each(THEMES)("of a %s (%s) differs clearly from that of the next seed", async (concept, theme) => {
    for (const seed of [0, 1, 2, 5])
      expect(
        await distance({ concept, theme, seed }, { concept, theme, seed: seed + 1 }),
      ).toBeGreaterThanOrEqual(15);
  });

  it.each([
    "de noche",
    "in the snow",
    "drei Löwen",
    "con globos",
    "with a crown",
    "un lion bleu",
    "ein Löwe im Regen",
  ])("listens to “%s”", async (prompt) => {
    const plain = await makePicture({ concept: "lion", theme: "jungle", seed: 0, ...SMALL });
    const wished = await makePicture({ concept: "lion", theme: "jungle", seed: 0, prompt, ...SMALL });
    const [a, b] = await Promise.all(
      [plain, wished].map(({ bytes }) => sharp(bytes).removeAlpha().raw().toBuffer()),
    );
    const moved = a?.reduce((sum, value, at) => sum + Number(Math.abs(value - (b?.[at] ?? 0)) > 24), 0) ?? 0;
    expect(moved / (a?.length ?? 1)).toBeGreaterThan(0.015);
  });

  it("is a WebP of 1024 pixels unless asked otherwise", async () => {
    const { bytes, mime, width, height } = await makePicture({ concept: "lion", theme: "jungle", seed: 1 });
    expect({ mime, width, height }).toEqual({ mime: "image/webp", width: 1024, height: 1024 });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 1024, height: 1024 });
    expect(bytes.length).toBeLessThan(300_000);
  });

  it.each(["webp", "png", "jpeg"] as const)("carries its recipe in the EXIF of a %s", async (format) => {
    const { bytes, recipe } = await makePicture({
      concept: "fusée",
      theme: "espace",
      seed: 12,
      width: 96,
      height: 96,
      format,
    });
    expect(await readRecipe(bytes)).toEqual(recipe);
    expect(recipe).toEqual({ concept: "fusée", theme: "espace", seed: 12 });
  });

  it("has no recipe to read once it was encoded again by somebody else", async () => {
    const { bytes } = await makePicture({ concept: "cow", seed: 1, ...SMALL });
    expect(await readRecipe(await sharp(bytes).jpeg().toBuffer())).toBeNull();
  });

  it("can be wide or tall", async () => {
    const { bytes } = await makePicture({
      concept: "cow",
      theme: "farm",
      seed: 1,
      width: 256,
      height: 144,
      format: "jpeg",
    });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 256, height: 144 });
  });

  it.each(["papercut", "watercolour"] as const)("looks different in the style %s", async (style) => {
    const soft = await makePicture({ concept: "fox", theme: "forest", seed: 1, ...SMALL });
    const styled = await makePicture({ concept: "fox", theme: "forest", seed: 1, style, ...SMALL });
    expect(styled.bytes.equals(soft.bytes)).toBe(false);
  });

  it("stops when its request is cancelled", async () => {
    const cancelled = AbortSignal.abort(new Error("no longer wanted"));
    await expect(makePicture({ concept: "lion", seed: 1, ...SMALL, signal: cancelled })).rejects.toThrow(
      "no longer wanted",
    );
  });

  it("can be made of every concept of the catalogue", { timeout: 240_000 }, async () => {
    for (const [seed, { key, themes }] of allConcepts().entries()) {
      const { bytes } = await makePicture({
        concept: key,
        theme: themes[0],
        seed,
        width: 64,
        height: 64,
        format: "jpeg",
      });
      const { channels } = await sharp(bytes).stats();
      expect(Math.max(...channels.map(({ stdev }) => stdev)), key).toBeGreaterThan(12);
    }
  });
});
