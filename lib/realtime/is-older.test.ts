import { expect, it } from "vitest";
import { isOlder } from "./is-older.ts";

const at = (updated_at: string) => ({ updated_at });

it("a row from before what is shown is older, in any way of writing the time", () => {
  expect(isOlder(at("2026-01-01T00:00:01.4+00:00"), at("2026-01-01T00:00:01.52+00:00"))).toBe(true);
  expect(isOlder(at("2026-01-01T00:00:01.52Z"), at("2026-01-01T00:00:01.4+00:00"))).toBe(false);
});

it("the same version, or a row that is not shown yet, is not older", () => {
  expect(isOlder(at("2026-01-01T00:00:00Z"), at("2026-01-01T00:00:00+00:00"))).toBe(false);
  expect(isOlder(at("2026-01-01T00:00:00Z"), undefined)).toBe(false);
});
