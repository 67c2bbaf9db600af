import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readPicture } from "../../supabase/functions/_shared/picture.ts";
import { stripPicture } from "../../supabase/functions/_shared/strip-picture.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const secret = "52 deg 31 min N, Kindergarten Sonnenschein";

async function photo(format: "jpeg" | "png" | "webp", isLossless = false): Promise<Bytes> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const canvas = { width: 96, height: 80, channels: 3 as const, background: { r: 0, g: 0, b: 0 } };
  const bytes = await sharp({ create: { ...canvas, noise } })
    .withExif({
      IFD0: { ImageDescription: secret, Copyright: secret },
      IFD3: { GPSLatitude: "52/1 31/1 0/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`)
    .toFormat(format, format === "webp" ? { lossless: isLossless } : {})
    .toBuffer();
  return new Uint8Array(bytes);
}
const says = (bytes: Bytes) => Buffer.from(bytes).toString("latin1").includes("Sonnenschein");
const pixels = (bytes: Bytes) => sharp(bytes).raw().toBuffer();

describe.each([
  ["jpeg", false],
  ["png", false],
  ["webp", false],
  ["webp", true],
] as const)("a photo as %s (lossless: %s)", (format, isLossless) => {
  it("says no more where it was taken and what it was called, and looks the same", async () => {
    const taken = await photo(format, isLossless);
    expect(says(taken)).toBe(true);
    const header = readPicture(taken);
    if (!header) throw new Error("no picture");
    const plain = stripPicture(taken, header);
    expect(says(plain)).toBe(false);
    const { exif, xmp } = await sharp(plain).metadata();
    expect([exif, xmp]).toEqual([undefined, undefined]);
    expect(readPicture(plain)).toEqual(header);
    expect((await pixels(plain)).equals(await pixels(taken))).toBe(true);
  });

  it("that says nothing stays as it is", async () => {
    const header = readPicture(await photo(format, isLossless));
    if (!header) throw new Error("no picture");
    const once = stripPicture(await photo(format, isLossless), header);
    expect(Buffer.from(stripPicture(once, header)).equals(Buffer.from(once))).toBe(true);
  });

  it("that is broken anywhere is cut, and never read beyond its end", async () => {
    const taken = await photo(format, isLossless);
    const header = readPicture(taken);
    if (!header) throw new Error("no picture");
    for (let at = 12; at + 4 <= taken.length; at += 97) {
      const broken = taken.slice();
      broken.set([255, 255, 255, 255], at);
      const read = readPicture(broken);
      if (read) expect(stripPicture(broken, read).length).toBeLessThanOrEqual(taken.length);
    }
  });
});
