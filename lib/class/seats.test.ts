import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSeats } from "./seats.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desk and a studio that gave these seats away; it is asked as often as `asked` says. */
function desk(given: string[]) {
  let known: string[] = [];
  const read = vi.fn(async () => [...given]);
  const seats = createSeats({ read, onKnown: (all) => (known = [...all]) });
  return { ...seats, read, given, known: () => known, second: () => vi.advanceTimersByTimeAsync(1000) };
}

it("asks once for all who come in meanwhile", async () => {
  const { see, read, known, given, second } = desk(["a"]);
  see(["a"]);
  given.push("b", "c");
  see(["a", "b"]);
  see(["a", "b", "c"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(read).toHaveBeenCalledTimes(1);
  await second();
  expect(read).toHaveBeenCalledTimes(2);
  expect(known()).toEqual(["a", "b", "c"]);
  await second();
  see(["b", "c"]);
  expect(read).toHaveBeenCalledTimes(2);
});

it("asks nothing again about names that somebody made up, and at most once in a second about others", async () => {
  const { see, read, known, second } = desk(["a"]);
  see(["a", "x1", "x2"]);
  await second();
  see(["x1", "a"]);
  await second();
  expect(read).toHaveBeenCalledTimes(1);
  for (let trick = 0; trick < 100; trick += 1) see(["a", `y${trick}`]);
  await second();
  expect(read).toHaveBeenCalledTimes(3);
  expect(known()).toEqual(["a"]);
});

it("asks again after a second when the studio could not be reached", async () => {
  const { see, read, known, second } = desk(["a"]);
  read.mockRejectedValueOnce(new Error("away"));
  see(["a"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(known()).toEqual([]);
  await second();
  expect(read).toHaveBeenCalledTimes(2);
  expect(known()).toEqual(["a"]);
});

it("says nothing more once it is closed", async () => {
  const { see, read, known, close, second } = desk(["a"]);
  see(["a"]);
  close();
  await second();
  expect([known(), read.mock.calls.length]).toEqual([[], 1]);
});

it("asks no more once it is closed, also where a question under way fails", async () => {
  const { see, read, close, second } = desk(["a"]);
  const answer = Promise.withResolvers<string[]>();
  read.mockReturnValueOnce(answer.promise);
  see(["a"]);
  close();
  answer.reject(new Error("away"));
  await second();
  await second();
  expect(read).toHaveBeenCalledTimes(1);
});
