import { expect, it } from "vitest";
import { readLifetime, readWait } from "./request-times.ts";

it.each([
  [undefined, null],
  ["respond-async", null],
  ["wait", 60_000],
  ["wait=5", 5_000],
  ["respond-async, wait=10", 10_000],
  ['wait="7"', 7_000],
  ["wait=0", 1_000],
  ["wait=900", 60_000],
  ["waiting", null],
])("reads Prefer: %s as %s ms", (header, ms) => {
  expect(readWait(header)).toBe(ms);
});

it.each([
  [undefined, null],
  ["30", 30_000],
  ["90s", 90_000],
  ["15m", 900_000],
  ["1h30m45s", 5_445_000],
  ["2h", 7_200_000],
])("reads Cancel-After: %s as %s ms", (header, ms) => {
  expect(readLifetime(header)).toBe(ms);
});

it.each(["4", "3s", "", "soon", "1d", "-5"])("refuses Cancel-After: %s", (header) => {
  expect(() => readLifetime(header)).toThrow(/Cancel-After/);
});
