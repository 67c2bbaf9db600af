import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readPicture } from "../../supabase/functions/_shared/picture.ts";

const colour = { r: 200, g: 120, b: 40, alpha: 0.5 };
const canvas = (channels: 3 | 4 = 3, width = 300, height = 200) =>
  sharp({ create: { width, height, channels, background: colour } });
async function frames(pages: number) {
  const stills = Array.from({ length: pages }, (_none, page) =>
    sharp({ create: { width: 80, height: 80, channels: 4, background: { ...colour, g: page * 60 } } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(stills), { join: { animated: true } });
}

describe("a picture is known by its bytes", () => {
  it("reads kind and size of WebP in its three forms, of PNG and of JPEG", async () => {
    const files = [
      ["image/webp", "webp", await canvas().webp().toBuffer()],
      ["image/webp", "webp", await canvas().webp({ lossless: true }).toBuffer()],
      ["image/webp", "webp", await canvas(4).webp().toBuffer()],
      ["image/png", "png", await canvas(4).png().toBuffer()],
      ["image/jpeg", "jpg", await canvas().jpeg().toBuffer()],
      ["image/jpeg", "jpg", await canvas().withMetadata().jpeg({ progressive: true }).toBuffer()],
    ] as const;
    for (const [mimeType, extension, bytes] of files)
      expect(readPicture(bytes)).toEqual({ mimeType, extension, width: 300, height: 200 });
  });

  it("reads sizes beyond one byte in each dimension", async () => {
    const wide = await canvas(3, 5000, 70).webp().toBuffer();
    expect(readPicture(wide)).toMatchObject({ width: 5000, height: 70 });
  });

  it("refuses a picture that was cut off, wherever it was cut", async () => {
    for (const bytes of [
      await canvas().webp().toBuffer(),
      await canvas().png().toBuffer(),
      await canvas().jpeg().toBuffer(),
    ])
      for (const share of [0.1, 0.5, 0.9, 0.99])
        expect(readPicture(bytes.subarray(0, Math.floor(bytes.length * share)))).toBeNull();
  });

  it("refuses animations", async () => {
    expect(readPicture(await (await frames(3)).webp({ loop: 0 }).toBuffer())).toBeNull();
    expect(readPicture(await (await frames(3)).gif().toBuffer())).toBeNull();
  });

  it("refuses what is no picture, and never throws", () => {
    const texts = [
      "",
      "x",
      "<html><body>Not found</body></html>",
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ];
    for (const text of texts) expect(readPicture(Buffer.from(text.padEnd(40)))).toBeNull();
    for (const magic of [
      [0xff, 0xd8],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x52, 0x49, 0x46, 0x46],
    ])
      for (let fill = 0; fill < 256; fill += 5) {
        const bytes = new Uint8Array(200).fill(fill);
        bytes.set(magic);
        expect(readPicture(bytes)).toBeNull();
      }
  });
});
