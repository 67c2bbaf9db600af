import { describe, expect, it } from "vitest";
import { line } from "./text.ts";

const read = (text: string, max = 100) => line(max).safeParse(text).data;

describe("a line of text", () => {
  it.each([
    ["  E\u0301te\u0301 ", "Été"],
    ["\u202eoce\u061can\u2069", "ocean"],
    ["red\nfox\tand\u2028hen", "red fox and hen"],
    ["half \ud800 a sign", "half \ufffd a sign"],
    ["hidden\u{e0041}\u{e0042}", "hidden"],
    ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"],
  ])("is kept clean: %j", (typed, kept) => expect(read(typed)).toBe(kept));

  it.each(["", "   ", "\u200b\ufeff", "\u200d\u200d", "\u3164", "\u0301", "\u0000"])(
    "needs something to see: %j",
    (typed) => expect(read(typed)).toBeUndefined(),
  );

  it("is measured in characters, not in the halves of emoji", () => {
    expect(read("🦊".repeat(100))).toBe("🦊".repeat(100));
    expect(read("🦊".repeat(101))).toBeUndefined();
  });
});
