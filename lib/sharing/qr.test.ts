import decodeQR from "qr/decode.js";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawQr } from "./qr.ts";

async function read(text: string): Promise<string> {
  const { size, path } = drawQr(text);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 8}" height="${size * 8}" viewBox="0 0 ${size} ${size}">
    <rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

test.each([
  "https://studio.test/u/ocean",
  "https://studio.test/u/the-very-long-name-of-a-little-world-0123456789abcdef0123456789abcdef",
  "http://localhost:3000/u/a",
])("a camera reads %s", async (address) => {
  expect(await read(address)).toBe(address);
});
