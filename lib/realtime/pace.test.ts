import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createPace } from "./pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that ends when the test says so. */
function slowWork() {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((done) => ends.push(done)));
  return { work, end: () => ends.shift()?.() };
}

it("starts at once, and again after its time, however often it was asked", async () => {
  const work = vi.fn(async () => {});
  const pace = createPace(2000, work);
  for (let time = 0; time < 100; time += 1) pace.ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(1);
  pace.ask();
  await vi.advanceTimersByTimeAsync(1999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
});

it("rests when nobody asks", async () => {
  const work = vi.fn(async () => {});
  const pace = createPace(2000, work);
  pace.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it("never does the same work twice at once, and once more for who asked meanwhile", async () => {
  const { work, end } = slowWork();
  const pace = createPace(2000, work);
  pace.ask();
  await vi.advanceTimersByTimeAsync(0);
  pace.ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(1);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(2);
});

it("goes on after work that failed", async () => {
  const work = vi.fn(() => Promise.reject(new Error("offline")));
  const pace = createPace(2000, work);
  pace.ask();
  await vi.advanceTimersByTimeAsync(0);
  pace.ask();
  await vi.advanceTimersByTimeAsync(2000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("begins nothing after it was stopped", async () => {
  const work = vi.fn(async () => {});
  const pace = createPace(2000, work);
  pace.ask();
  pace.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(work).not.toHaveBeenCalled();
});
