import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createFrameBatch } from "./frame-batch.ts";

let frames: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => frames.push(callback));
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => {
    frames[frame - 1] = () => {};
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const paint = () => {
  for (const callback of frames.splice(0)) callback();
};

it("hands on once per frame what came, in its order", () => {
  const take = vi.fn();
  const batch = createFrameBatch<number>();
  batch.open(take);
  for (const item of [1, 2, 3]) batch.add(item);
  expect(take).not.toHaveBeenCalled();
  paint();
  batch.add(4);
  paint();
  expect(take.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
});

it("hands on after a second in a tab that paints no frames, and only once", () => {
  const take = vi.fn();
  const batch = createFrameBatch<number>();
  batch.open(take);
  batch.add(1);
  vi.advanceTimersByTime(1000);
  paint();
  expect(take.mock.calls).toEqual([[[1]]]);
});

it("hands on nothing after it was closed", () => {
  const take = vi.fn();
  const batch = createFrameBatch<number>();
  const close = batch.open(take);
  batch.add(1);
  close();
  paint();
  vi.advanceTimersByTime(5000);
  expect(take).not.toHaveBeenCalled();
});
