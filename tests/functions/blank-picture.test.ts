import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { isBlank } from "../../supabase/functions/_shared/blank-picture.ts";
import { readPicture } from "../../supabase/functions/_shared/picture.ts";
import { makePicture } from "../../supabase/local/atelier/render/picture.ts";

async function isShown(file: Buffer): Promise<boolean> {
  const bytes = new Uint8Array(file);
  const picture = readPicture(bytes);
  if (!picture) throw new Error("this is no picture");
  return !(await isBlank(bytes, picture));
}

/** The same picture as models and their servers may encode it. */
function encodings(source: () => Sharp): [string, Promise<Buffer>][] {
  return [
    ["WebP of low quality", source().webp({ quality: 10 }).toBuffer()],
    ["WebP", source().webp({ quality: 90 }).toBuffer()],
    ["lossless WebP", source().webp({ lossless: true }).toBuffer()],
    ["WebP with transparency", source().ensureAlpha(0.5).webp().toBuffer()],
    [
      "WebP with a profile and EXIF",
      source()
        .withMetadata()
        .withExif({ IFD0: { Software: "x".repeat(9000) } })
        .webp()
        .toBuffer(),
    ],
    ["PNG", source().png().toBuffer()],
    ["PNG in a hurry", source().png({ compressionLevel: 1 }).toBuffer()],
    ["PNG as it is", source().png({ compressionLevel: 0 }).toBuffer()],
    ["PNG with a palette", source().png({ palette: true }).toBuffer()],
    ["PNG of 16 bits", source().toColourspace("rgb16").png().toBuffer()],
    ["JPEG", source().jpeg({ quality: 80 }).toBuffer()],
    [
      "JPEG at its best",
      source().jpeg({ quality: 100, chromaSubsampling: "4:4:4", optimizeCoding: false }).toBuffer(),
    ],
    ["progressive JPEG", source().jpeg({ progressive: true }).toBuffer()],
  ];
}

const black = { r: 0, g: 0, b: 0 };
const plain =
  (side: number, background = black) =>
  () =>
    sharp({ create: { width: side, height: side, channels: 3, background } });
const drawing = (shapes: string) => () =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024">${shapes}</svg>`));

describe("a picture that a safety filter has emptied", () => {
  it.each([64, 512, 1024])("is known at %i pixels a side, whatever its encoding", async (side) => {
    for (const [name, file] of encodings(plain(side)))
      expect([name, await isShown(await file)]).toEqual([name, false]);
  });

  it("is known when it is large", async () => {
    const large = plain(3000);
    for (const file of [large().webp(), large().png(), large().jpeg()])
      expect(await isShown(await file.toBuffer())).toBe(false);
  });

  it("is known in any single colour", async () => {
    for (const colour of [
      { r: 255, g: 255, b: 255 },
      { r: 3, g: 3, b: 4 },
      { r: 200, g: 120, b: 40 },
    ])
      for (const [name, file] of encodings(plain(1024, colour)))
        expect([name, await isShown(await file)]).toEqual([name, false]);
  });
});

describe("a picture that shows something", () => {
  it("is not taken for blank when it is one white circle on black", async () => {
    const circle = drawing(
      '<rect width="1024" height="1024"/><circle cx="512" cy="512" r="200" fill="#fff"/>',
    );
    for (const [name, file] of encodings(circle))
      expect([name, await isShown(await file)]).toEqual([name, true]);
  });

  it.each(["soft", "watercolour", "papercut"] as const)(
    "is not taken for blank in the darkest nights of space, painted in %s, at any size",
    async (style) => {
      for (const prompt of ["a tiny star in space at night", "a black hole in space at night"]) {
        const { bytes } = await makePicture({ prompt, theme: "space", style, seed: 3 });
        const small = (side: number) => sharp(bytes).resize(side, side);
        expect(await isShown(bytes)).toBe(true);
        for (const side of [512, 256, 64])
          for (const file of [small(side).webp(), small(side).png(), small(side).jpeg()])
            expect([prompt, side, await isShown(await file.toBuffer())]).toEqual([prompt, side, true]);
      }
    },
    300_000,
  );

  it("is not taken for blank when all of it is nearly black", async () => {
    const { bytes } = await makePicture({ prompt: "a rocket at night in space", theme: "space", seed: 5 });
    for (const share of [0.5, 0.2, 0.1])
      expect(await isShown(await sharp(bytes).linear(share, 0).webp().toBuffer())).toBe(true);
  });
});
