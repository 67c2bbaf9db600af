import { describe, expect, it } from "vitest";
import fc from "../../tests/setup/properties.ts";
import { sideOf, squareOf } from "./crop.ts";

describe("the square of a picture", () => {
  it("is its middle, where nobody moves it", () => {
    expect(squareOf({ width: 4000, height: 3000 })).toEqual({ x: 500, y: 0, side: 3000 });
    expect(squareOf({ width: 300, height: 501 })).toEqual({ x: 0, y: 101, side: 300 });
    expect(squareOf({ width: 64, height: 64 })).toEqual({ x: 0, y: 0, side: 64 });
  });

  it("goes from one end of the longer side to the other", () => {
    expect(squareOf({ width: 4000, height: 3000 }, 0).x).toBe(0);
    expect(squareOf({ width: 4000, height: 3000 }, 1).x).toBe(1000);
    expect(squareOf({ width: 3000, height: 4000 }, 1)).toEqual({ x: 0, y: 1000, side: 3000 });
  });

  it("never leaves the picture, wherever it is put", () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, fc.double({ min: -3, max: 3, noNaN: true }), (width, height, place) => {
        const part = squareOf({ width, height }, place);
        expect(part.x).toBeGreaterThanOrEqual(0);
        expect(part.y).toBeGreaterThanOrEqual(0);
        expect(part.x + part.side).toBeLessThanOrEqual(width);
        expect(part.y + part.side).toBeLessThanOrEqual(height);
      }),
    );
  });
});

it("a card is never larger than what it is made of, nor than 1024 pixels", () => {
  expect(sideOf({ x: 0, y: 0, side: 3000 })).toBe(1024);
  expect(sideOf({ x: 0, y: 0, side: 300 })).toBe(300);
});
