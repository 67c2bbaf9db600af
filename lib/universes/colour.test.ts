import { describe, expect, test } from "vitest";
import { brightestOf, contrastOf, enoughContrast, goodContrast, readableShade, swatches } from "./colour.ts";

describe("the background of a universe", () => {
  test("is brightest in its middle", () => {
    expect(brightestOf("#000000")).toBe("#474747");
    expect(brightestOf("#ffffff")).toBe("#ffffff");
  });

  test("has the contrast with white that WCAG defines", () => {
    expect(contrastOf("#ffffff")).toBeCloseTo(1, 5);
    // #474747 under white.
    expect(contrastOf("#000000")).toBeCloseTo(9.29, 1);
  });

  test.each(swatches)("lets white names be read with comfort on %s", (swatch) => {
    expect(contrastOf(swatch)).toBeGreaterThanOrEqual(goodContrast);
  });

  test.each(["#14532d", "#0c4a6e", "#1a1a2e", "#3f6212", "#1e3a8a", "#92400e"])(
    "lets names be read on %s, with which a theme begins",
    (colour) => {
      expect(contrastOf(colour)).toBeGreaterThanOrEqual(enoughContrast);
    },
  );

  test("is darkened no further than it has to be, and keeps its hue", () => {
    expect(readableShade("#1e3a8a")).toBe("#1e3a8a");
    const shade = readableShade("#ff3366");
    expect(contrastOf(shade)).toBeGreaterThanOrEqual(goodContrast);
    expect(contrastOf(shade)).toBeLessThan(goodContrast + 0.5);
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(shade.slice(at, at + 2), 16),
    );
    expect(red).toBeGreaterThan(blue);
    expect(blue).toBeGreaterThan(green);
  });
});
