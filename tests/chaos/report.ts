/** A rule that did not hold: its sentence, how often, and a few of the cases. */
export interface Finding {
  rule: string;
  count: number;
  examples: unknown[];
}

/** What one chaos run did and saw. */
export interface ChaosReport {
  run: string;
  /** The faults that really struck, by kind, and the work that they struck. */
  injected: Record<string, number>;
  /** What was counted besides: re-runs, refusals, seconds. */
  figures: Record<string, number>;
  findings: Finding[];
  /** Why the run does not count, such as too few faults. */
  shortfalls: string[];
}

/** Says which counts stay below what a run needs to count. */
export function shortfallsOf(counts: Record<string, number>, needed: Record<string, number>): string[] {
  return Object.entries(needed)
    .filter(([name, least]) => (counts[name] ?? 0) < least)
    .map(([name, least]) => `${name}: ${counts[name] ?? 0} of at least ${least}`);
}

/** Prints a run as JSON lines and says whether it counts and found nothing. */
export function print({ run, injected, figures, findings, shortfalls }: ChaosReport): boolean {
  const say = (line: Record<string, unknown>) => console.log(JSON.stringify({ run, ...line }));
  say({ injected });
  say({ figures });
  for (const finding of findings) say({ finding });
  const verdict = findings.length > 0 ? "failed" : shortfalls.length > 0 ? "void" : "passed";
  say({ verdict, ...(shortfalls.length > 0 ? { shortfalls } : {}) });
  return verdict === "passed";
}

/** Prints a control, a run without its protection: it must find something, or the run that it belongs to is void. */
export function printControl({ run, injected, figures, findings }: ChaosReport): boolean {
  const found = Object.fromEntries(findings.map(({ rule, count }) => [rule, count]));
  const verdict = findings.length > 0 ? "passed" : "void: the control found nothing";
  console.log(JSON.stringify({ run: `${run}, control`, injected, figures, found, verdict }));
  return findings.length > 0;
}
