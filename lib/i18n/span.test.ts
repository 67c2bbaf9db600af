import { expect, test } from "vitest";
import { writeEstimate, writeSpan } from "./span.ts";

/** As people see it: the spaces that do not break count as spaces. */
const seen = (text: string) => text.replaceAll(/\s/gu, " ");

test("a span has its two largest units, and nothing where a unit is empty", () => {
  expect(writeSpan(200, "en")).toBe("3m 20s");
  expect(writeSpan(180, "en")).toBe("3m");
  expect(writeSpan(90_061, "en")).toBe("1d 1h");
  expect(writeSpan(90_061, "en", { units: 1 })).toBe("1d");
  expect(writeSpan(0.4, "en")).toBe("0s");
  expect(writeSpan(-3, "en")).toBe("0s");
});

test.each([
  ["en", "1 min 15 sec"],
  ["de", "1 Min. 15 Sek."],
  ["fr", "1 min 15 s"],
  ["es", "1 min 15 s"],
  ["it", "1 min 15 s"],
])("an estimate is written in minutes and seconds as in %s", (locale, text) => {
  expect(seen(writeEstimate(74, locale))).toBe(text);
});

test("an estimate is no finer than anybody can know", () => {
  expect(seen(writeEstimate(0.2, "en"))).toBe("1 sec");
  expect(seen(writeEstimate(59.6, "en"))).toBe("1 min");
  expect(seen(writeEstimate(118, "en"))).toBe("2 min");
  expect(seen(writeEstimate(640, "en"))).toBe("11 min");
  expect(seen(writeEstimate(3725, "en"))).toBe("1 hr 2 min");
});
