import { describe, expect, it } from "vitest";
import { createRandom } from "../scene/random.ts";
import { areaOf, type Point, traceOutlines } from "./contour.ts";
import { emptyField, type Field } from "./field.ts";
import { triangulate } from "./triangulate.ts";

/** A disk of radius 40 with a round hole of radius 15. */
function ringMask(): Field {
  const mask = emptyField(100, 100);
  for (let at = 0; at < mask.values.length; at += 1) {
    const away = Math.hypot((at % 100) + 0.5 - 50, Math.floor(at / 100) + 0.5 - 50);
    mask.values[at] = Math.max(0, Math.min(1, 40.5 - away)) * Math.max(0, Math.min(1, away - 14.5));
  }
  return mask;
}

const innerPoints = (): Point[] => {
  const random = createRandom("points");
  return Array.from({ length: 300 }, (): Point => [random.between(0, 100), random.between(0, 100)]);
};

const triangleArea = (points: Point[], corners: number[]) => areaOf(corners.map((at) => points[at] as Point));

describe("outlines of a mask", () => {
  it("are one ring with its hole, of the areas drawn", () => {
    const [outline, ...others] = traceOutlines(ringMask(), 0.2, 8);
    expect(others).toEqual([]);
    expect(outline?.holes).toHaveLength(1);
    expect(areaOf(outline?.ring ?? []) / (Math.PI * 40 ** 2)).toBeCloseTo(1, 2);
    expect(areaOf(outline?.holes[0] ?? []) / (Math.PI * 15 ** 2)).toBeCloseTo(-1, 1);
  });

  it("close at the border of the picture", () => {
    const mask = emptyField(20, 10);
    mask.values.fill(1);
    const [outline] = traceOutlines(mask, 0.1, 50);
    expect(areaOf(outline?.ring ?? [])).toBeGreaterThan(180);
  });

  it("are none for an empty mask", () => {
    expect(traceOutlines(emptyField(9, 9), 0.2, 5)).toEqual([]);
  });
});

describe("a filled outline", () => {
  const outlines = traceOutlines(ringMask(), 0.2, 8);
  const { points, rim, triangles } = triangulate(outlines, innerPoints());
  const triples = Array.from({ length: triangles.length / 3 }, (_, at) =>
    triangles.slice(at * 3, at * 3 + 3),
  );

  it("covers the ring once and leaves the hole open", () => {
    const total = triples.reduce((sum, corners) => sum + triangleArea(points, corners), 0);
    const wanted = outlines
      .flatMap(({ ring, holes }) => [ring, ...holes])
      .reduce((sum, ring) => sum + areaOf(ring), 0);
    expect(total).toBeCloseTo(wanted, 3);
    expect(Math.min(...triples.map((corners) => triangleArea(points, corners)))).toBeGreaterThan(-1e-6);
  });

  it("keeps each edge between two triangles, or one on the outline", () => {
    const uses = new Map<string, number>();
    for (const corners of triples)
      for (const [at, from] of corners.entries()) {
        const key = [from, corners[(at + 1) % 3] as number].sort((a, b) => a - b).join("-");
        uses.set(key, (uses.get(key) ?? 0) + 1);
      }
    expect([...uses.values()].filter((count) => count === 1)).toHaveLength(rim);
    expect(Math.max(...uses.values())).toBe(2);
  });

  it("takes in the points inside and passes over those in the hole", () => {
    const inner = points.slice(rim);
    expect(inner.length).toBeGreaterThan(80);
    expect(inner.every(([x, y]) => Math.hypot(x - 50, y - 50) > 14)).toBe(true);
  });
});
