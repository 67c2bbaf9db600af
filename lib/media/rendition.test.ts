import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { renditionOf } from "./rendition.ts";

async function picture(width: number, format: "png" | "webp" = "webp") {
  const create = { width, height: width, channels: 3 as const, background: "#225577" };
  const bytes = new Uint8Array(await sharp({ create }).toFormat(format).toBuffer());
  return { bytes, type: `image/${format}` };
}

it("makes a large picture as wide as asked, once for all who ask", async () => {
  const open = vi.fn(async () => picture(1024, "png"));
  const all = await Promise.all(Array.from({ length: 5 }, () => renditionOf("large", 400, open)));
  const again = await renditionOf("large", 400, open);
  expect(open).toHaveBeenCalledTimes(1);
  expect(new Set([...all, again]).size).toBe(1);
  const { width, height, format } = await sharp(again?.bytes).metadata();
  expect([width, height, format, again?.type]).toEqual([400, 400, "webp", "image/webp"]);
});

it("leaves a picture that is small enough as it is, byte for byte", async () => {
  const small = await picture(256);
  const kept = await renditionOf("small", 400, async () => small);
  expect(kept).toBe(small);
});

it("leaves what it cannot read as it is", async () => {
  const strange = { bytes: new Uint8Array([1, 2, 3]), type: "image/webp" };
  expect(await renditionOf("strange", 400, async () => strange)).toBe(strange);
});

it("tells that there is none, and asks again the next time", async () => {
  expect(await renditionOf("late", 400, async () => null)).toBeNull();
  await expect(renditionOf("late", 400, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await renditionOf("late", 400, () => picture(100))).not.toBeNull();
});
