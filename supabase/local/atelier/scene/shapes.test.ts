import { expect, it } from "vitest";
import { createRandom } from "./random.ts";
import { LEFT, RIGHT, ridge } from "./shapes.ts";

it("draws a horizon from one edge of the world to the other, so that no ground ends before it", () => {
  const { path, at } = ridge(createRandom("hills"), 600, 40);
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  expect(numbers[0]).toBe(LEFT);
  expect(numbers.at(-2)).toBe(RIGHT);
  expect(numbers.at(-1)).toBeCloseTo(at(RIGHT), 0);
});
