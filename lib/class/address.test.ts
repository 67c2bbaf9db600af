import { expect, it } from "vitest";
import { addressOf } from "./address.ts";

const of = (headers: Record<string, string>) => addressOf(new Headers(headers));

it("is what the machine before the studio saw, whatever came along with the request", () => {
  expect(of({ "x-forwarded-for": "203.0.113.7" })).toBe("203.0.113.7");
  expect(of({ "x-forwarded-for": "198.51.100.1, 203.0.113.7" })).toBe("203.0.113.7");
  expect(of({ "x-forwarded-for": "::ffff:127.0.0.1" })).toBe("::ffff:127.0.0.1");
  expect(of({ "x-real-ip": "203.0.113.7" })).toBe("203.0.113.7");
});

it("is short, or nothing, whatever somebody sends", () => {
  expect(of({})).toBe("");
  expect(of({ "x-forwarded-for": " , " })).toBe("");
  expect(of({ "x-forwarded-for": "9".repeat(10_000) })).toHaveLength(100);
});
