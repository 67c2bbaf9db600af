import { describe, expect, it } from "vitest";
import { safeNext } from "./redirects.ts";

describe("the page after signing in", () => {
  it("is the one that was asked for", () => {
    expect(safeNext("/drafts/1?card=2#top")).toBe("/drafts/1?card=2#top");
  });

  it.each([
    "//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/\t/evil.test",
    "/..//evil.test",
    "/.//evil.test/a",
    "/drafts/..//evil.test",
    "",
    null,
  ])("is never another site: %j", (next) => expect(safeNext(next)).toBe("/drafts"));
});
