import { describe, expect, it } from "vitest";
import { shortenBody, shortenPath } from "./shorten.ts";

describe("a shortened path", () => {
  it.each([
    ["M7.615 5.142c0 .083.067.15.15.15", "M7.62 5.14c0 .09.06.15.15.15"],
    ["M10.996.5L1.004 2", "M11 .5L1 2"],
    ["M0 0h1.234v-1.236z", "M0 0h1.23v-1.24z"],
    ["M1 1l.004 0 .004 0 .004 0", "M1 1l0 0 .01 0 0 0"],
    ["M2 2a4.01234 4 0 0 1 1.006 3", "M2 2a4.012 4 0 0 1 1.01 3"],
    ["M2 2a4 4 0 01-1.5.5", "M2 2a4 4 0 0 1-1.5.5"],
  ])("of %s is %s", (path, shortened) => {
    expect(shortenPath(path, 2)).toBe(shortened);
  });

  it("ends where the path ends, however many steps were rounded", () => {
    const steps = Array.from({ length: 300 }, () => "l.0149.0051").join("");
    const numbers = [...shortenPath(`M0 0${steps}`, 2).matchAll(/-?\d*\.?\d+/g)].map(([digits]) =>
      Number(digits),
    );
    const sum = (from: number) =>
      numbers.filter((_, at) => at >= 2 && at % 2 === from).reduce((a, b) => a + b, 0);
    expect(sum(0)).toBeCloseTo(300 * 0.0149, 1);
    expect(sum(1)).toBeCloseTo(300 * 0.0051, 1);
  });
});

describe("a shortened icon", () => {
  it("keeps its references together and its colours as they are", () => {
    const body =
      '<g filter="url(#x1)"><path fill="url(#y22)" d="M1.2345 2z"/></g><filter id="x1"><feFlood result="Back"/><feBlend in="SourceGraphic" in2="Back"/></filter><linearGradient id="y22" x1="1.23456"><stop stop-color="#123456"/></linearGradient>';
    expect(shortenBody(body, 2)).toBe(
      '<g filter="url(#i0)"><path fill="url(#i1)" d="M1.23 2z"/></g><filter id="i0"><feFlood result="r0"/><feBlend in="SourceGraphic" in2="r0"/></filter><linearGradient id="i1" x1="1.23"><stop stop-color="#123456"/></linearGradient>',
    );
  });
});
