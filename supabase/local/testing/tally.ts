import { existsSync, readFileSync } from "node:fs";

/** How one part of the test run ended. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What to show when it failed, where the part did not print it itself. */
  output?: string;
}

/** Outcome of a check that is one thing: it holds or it does not. */
export function check(holds: boolean, output = ""): Outcome {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0, output: holds ? undefined : output };
}

function readReport(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** A runner that ended badly without naming a failed test still counts as one failure; so does one without tests. */
function atLeastOneFailure(outcome: Outcome, exitCode: number | null): Outcome {
  const ranNothing = outcome.passed + outcome.failed === 0;
  return outcome.failed === 0 && (exitCode !== 0 || ranNothing) ? { ...outcome, failed: 1 } : outcome;
}

/** Counts the tests of Vitest's JSON report. */
export function tallyVitest(file: string, exitCode: number | null): Outcome {
  const report = readReport(file);
  const count = (name: string) => Number(report?.[name] ?? 0);
  const outcome = {
    passed: count("numPassedTests"),
    failed: count("numFailedTests"),
    skipped: count("numPendingTests") + count("numTodoTests"),
  };
  return atLeastOneFailure(outcome, report ? exitCode : 1);
}

/** Counts the tests of Playwright's JSON report; one that passed only on a second try has passed. */
export function tallyPlaywright(file: string, exitCode: number | null): Outcome {
  const stats = readReport(file)?.stats as Record<string, number> | undefined;
  const count = (name: string) => Number(stats?.[name] ?? 0);
  const outcome = {
    passed: count("expected") + count("flaky"),
    failed: count("unexpected"),
    skipped: count("skipped"),
  };
  return atLeastOneFailure(outcome, stats ? exitCode : 1);
}
