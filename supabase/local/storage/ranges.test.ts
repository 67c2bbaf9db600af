import { describe, expect, it } from "vitest";
import fc from "../../../tests/setup/properties.ts";
import { parseRange } from "./ranges.ts";

describe("a range", () => {
  it("never leaves the file, whatever the header says", () => {
    const header = fc.oneof(
      fc.string(),
      fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())).map(([a, b]) => `bytes=${a ?? ""}-${b ?? ""}`),
    );
    fc.assert(
      fc.property(header, fc.nat(1000), (text, size) => {
        const range = parseRange(text, size);
        if (!range) return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });

  it("of an empty file is never satisfied", () => {
    expect(parseRange("bytes=0-", 0)).toBeNull();
    expect(parseRange("bytes=-5", 0)).toBeNull();
    expect(parseRange(null, 0)).toBeUndefined();
  });
});
