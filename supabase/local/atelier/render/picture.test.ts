import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePicture } from "./picture.ts";
import { readRecipe } from "./recipe-tag.ts";

const SMALL = { width: 128, height: 128, format: "png" } as const;
describe("a picture", () => {
  it("is the same to the byte for the same request", async () => {
    const request = { concept: "lion", theme: "jungle", seed: 7, prompt: "a lion with balloons at night" };
    const [first, again] = [
      await makePicture({ ...request, ...SMALL }),
      await makePicture({ ...request, ...SMALL }),
    ];
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it.each([
    "de noche",
    "in the snow",
    "drei Löwen",
    "con globos",
    "with a crown",
    "un lion bleu",
    "ein Löwe im Regen",
    "a huge lion",
    "con un arcobaleno",
    "at sunset",
    "mit Blumen",
    "un lion qui danse",
    "un leone alla festa",
    "a lion in the desert",
    "un lion avec une pomme",
  ])("listens to “%s”", async (prompt) => {
    const plain = await makePicture({ concept: "lion", theme: "jungle", seed: 0, ...SMALL });
    const wished = await makePicture({ concept: "lion", theme: "jungle", seed: 0, prompt, ...SMALL });
    const [a, b] = await Promise.all(
      [plain, wished].map(({ bytes }) => sharp(bytes).removeAlpha().raw().toBuffer()),
    );
    const moved = a?.reduce((sum, value, at) => sum + Number(Math.abs(value - (b?.[at] ?? 0)) > 24), 0) ?? 0;
    expect(moved / (a?.length ?? 1)).toBeGreaterThan(0.008);
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
});
