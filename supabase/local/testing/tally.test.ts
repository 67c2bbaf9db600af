import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, tallyPlaywright, tallyVitest } from "./tally.ts";

const folder = mkdtempSync(join(tmpdir(), "tally-"));

function report(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("counting what the runners did", () => {
  it("adds up a good run", () => {
    const file = report("good.json", {
      numPassedTests: 12,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 0,
    });
    expect(tallyVitest(file, 0)).toEqual({ passed: 12, failed: 0, skipped: 1 });
    const pages = report("pages.json", { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } });
    expect(tallyPlaywright(pages, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it("counts a crash without a failed test as a failure", () => {
    const file = report("crash.json", { numPassedTests: 12, numFailedTests: 0 });
    expect(tallyVitest(file, 1)).toMatchObject({ passed: 12, failed: 1 });
  });

  it("counts a runner that found no test, or wrote no report, as a failure", () => {
    const file = report("none.json", { numPassedTests: 0, numFailedTests: 0 });
    expect(tallyVitest(file, 0).failed).toBe(1);
    expect(tallyPlaywright(join(folder, "missing.json"), 0).failed).toBe(1);
  });

  it("shows the output of a broken check only", () => {
    expect(check(true, "noise")).toEqual({ passed: 1, failed: 0, skipped: 0, output: undefined });
    expect(check(false, "why")).toEqual({ passed: 0, failed: 1, skipped: 0, output: "why" });
  });
});
