import { describe, expect, it } from "vitest";
import { about, IDENTITY, rotation, translation } from "./affine.ts";
import { toPlanes } from "./planes.ts";
import { over, type Pixels, type Raster, rasterise } from "./raster.ts";
import { createSheet, laySheet } from "./sheet.ts";
import { warp } from "./warp.ts";

const GREEN = 0xff00c000;
const blank = (size: number): Pixels => ({
  data: new Uint32Array(size * size).fill(GREEN),
  width: size,
  height: size,
});
const disc =
  '<circle cx="16" cy="16" r="9" fill="#e04020"/><rect x="4" y="4" width="6" height="6" fill="#fff" opacity=".5"/>';

async function drawDisc(): Promise<Raster> {
  const raster = await rasterise(disc, { left: 0, top: 0, width: 32, height: 32 }, 1);
  if (!raster) throw new Error("nothing was drawn");
  return raster;
}

/** The raster laid on a frame pixel by pixel, `x` pixels to the right. */
function laid({ data, width, height, left, top }: Raster, size: number, x = 0): Uint32Array {
  const { data: frame } = blank(size);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const to = (top + row) * size + left + column + x;
      frame[to] = over(data[row * width + column] ?? 0, frame[to] ?? 0);
    }
  return frame;
}

const farthest = (one: Uint32Array, other: Uint32Array) => {
  const [a, b] = [new Uint8Array(one.buffer), new Uint8Array(other.buffer)];
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);
};

describe("a raster", () => {
  it("is cut to what is visible, with a clear rim, and null when nothing is", async () => {
    const { left, top, width, height, data } = await drawDisc();
    expect({ left, top, width, height }).toEqual({ left: 3, top: 3, width: 23, height: 23 });
    expect(data.subarray(0, width).every((pixel) => pixel === 0)).toBe(true);
    expect(await rasterise("<g/>", { left: 0, top: 0, width: 8, height: 8 }, 2)).toBeNull();
  });

  it("lies as it is where no map moves it, and where a sheet or a map moves it by whole pixels", async () => {
    const raster = await drawDisc();
    for (const x of [0, 3]) {
      const [warped, sheeted] = [blank(40), blank(40)];
      warp(warped, raster, x ? translation(x, 0) : IDENTITY);
      laySheet(sheeted, createSheet(raster), x);
      expect(farthest(warped.data, laid(raster, 40, x))).toBe(0);
      expect(farthest(sheeted.data, laid(raster, 40, x))).toBe(0);
    }
  });

  it("slides by quarters of a pixel", async () => {
    const raster = await drawDisc();
    const [none, some, more] = [0, 0.25, 0.5].map((shift) => {
      const frame = blank(40);
      laySheet(frame, createSheet(raster), shift);
      return frame.data;
    }) as [Uint32Array, Uint32Array, Uint32Array];
    expect(farthest(none, some)).toBeGreaterThan(20);
    expect(farthest(none, some)).toBeLessThan(farthest(none, more));
  });

  it("comes back to where it was after a whole turn, and does not after half of one", async () => {
    const raster = await drawDisc();
    const turned = (angle: number) => {
      const frame = blank(40);
      warp(frame, raster, about(14, 14, rotation(angle)));
      return frame.data;
    };
    expect(farthest(turned(2 * Math.PI), laid(raster, 40))).toBeLessThan(4);
    expect(farthest(turned(Math.PI), laid(raster, 40))).toBeGreaterThan(60);
  });

  it("is cut off at the frame's edges", async () => {
    const raster = await drawDisc();
    for (const [x, y] of [
      [-30, 0],
      [30, 0],
      [0, -30],
      [0, 30],
      [400, 400],
    ] as const) {
      const frame = blank(40);
      warp(frame, raster, translation(x, y));
      laySheet(frame, createSheet({ ...raster, left: raster.left + x, top: raster.top + y }), 0);
      expect(frame.data).toHaveLength(1600);
      expect(frame.data[20 * 40 + 20]).toBe(GREEN);
    }
  });
});

describe("a frame's planes", () => {
  it.each([
    ["black", 0xff000000, [16, 128, 128]],
    ["white", 0xffffffff, [235, 128, 128]],
    ["red", 0xff0000ff, [63, 102, 240]],
    ["green", 0xff00ff00, [173, 42, 26]],
    ["blue", 0xffff0000, [32, 240, 118]],
  ])("hold %s as television does", (_name, colour, expected) => {
    const planes = new Uint8Array(6);
    toPlanes({ data: new Uint32Array(4).fill(colour), width: 2, height: 2 }, planes);
    expect(planes.subarray(0, 4).every((value) => value === planes[0])).toBe(true);
    for (const [at, value] of [planes[0], planes[4], planes[5]].entries())
      expect(Math.abs((value ?? 0) - (expected[at] ?? 0))).toBeLessThanOrEqual(1);
  });
});
