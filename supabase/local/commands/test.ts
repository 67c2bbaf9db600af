import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../config.ts";
import { type Interrupt, onInterrupt } from "../interrupt.ts";
import { describeError } from "../message.ts";
import { createProgress } from "../progress.ts";
import { sourceChecks } from "../testing/checks.ts";
import { requireChromium } from "../testing/chromium.ts";
import { runPlaywright, runVitest } from "../testing/runners.ts";
import { check, type Outcome } from "../testing/tally.ts";
import { startTestStudio, type TestStudio } from "../testing/test-studio.ts";

/** Those of one turn run side by side: SQL has a Postgres of its own and computes, the stack mostly waits for clocks. */
const turns = [["stack", "database"], ["functions"], ["api"]];
const stackProjects = turns.flat();
const everyName = [...sourceChecks.map(({ name }) => name), "unit", ...stackProjects, "browser"];

const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
const broken: string[] = [];

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * Runs one part under a headline and adds it up. What a part throws makes it fail; nothing ends the whole run. One that runs
 * beside others is told of when it is over.
 */
async function part(title: string, work: () => Promise<Outcome>, isBeside = false): Promise<void> {
  const since = performance.now();
  const headline = `\n== ${title}`;
  if (!isBeside) console.log(headline);
  const outcome = await work().catch((error) => check(false, describeError(error)));
  if (isBeside) console.log(headline);
  if (outcome.output) console.log(outcome.output.trimEnd());
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  total.skipped += outcome.skipped;
  if (outcome.failed > 0) broken.push(title);
  console.log(
    `   ${outcome.failed > 0 ? "FAILED" : "ok"}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds(since)}`,
  );
}

async function testAgainstStudio(
  wanted: string[],
  reportFolder: string,
  interrupt: Interrupt,
): Promise<void> {
  const withBrowser = wanted.includes("browser");
  if (!withBrowser && !stackProjects.some((name) => wanted.includes(name))) return;
  let running: TestStudio | undefined;
  await part("A studio of their own for the tests", async () => {
    running = await startTestStudio(createProgress(), interrupt);
    return check(true);
  });
  const { signal } = interrupt;
  const env = running?.env ?? {};
  const needsStudio = (work: () => Promise<Outcome>) => () =>
    running ? work() : Promise.resolve(check(false, "Not run: the studio did not start."));
  for (const turn of turns) {
    const [first, ...others] = turn.filter((name) => wanted.includes(name));
    if (!first || signal.aborted) continue;
    const context = { reportFolder, env, signal };
    const beside = others.map((name) =>
      part(
        `Vitest: ${name}`,
        needsStudio(() => runVitest(name, context, { isQuiet: true, maxWorkers: 1 })),
        true,
      ),
    );
    const maxWorkers = others.length > 0 ? 1 : undefined;
    await part(
      `Vitest: ${first}`,
      needsStudio(() => runVitest(first, context, { maxWorkers })),
    );
    await Promise.all(beside);
  }
  if (withBrowser && !signal.aborted)
    await part(
      "Playwright: browser",
      needsStudio(async () => {
        const chromium = await requireChromium(signal);
        return runPlaywright({ reportFolder, env: { ...env, CHROMIUM_PATH: chromium }, signal });
      }),
    );
  await running?.studio.stop();
}

/**
 * `npm test`: every check and test there is, the last line being `N passed, N failed`. Names behind `--` choose parts,
 * for example `npm test -- lint unit stack`.
 */
export async function run(args: string[]): Promise<number> {
  const unknown = args.filter((name) => !everyName.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no part "${unknown[0]}". There are: ${everyName.join(", ")}.`);
    return 1;
  }
  const wanted = args.length > 0 ? args : everyName;
  const interrupt = onInterrupt();
  const since = performance.now();
  const reportFolder = join(root, "test-results", "reports");
  await mkdir(reportFolder, { recursive: true });
  for (const { name, title, run: runCheck } of sourceChecks)
    if (wanted.includes(name) && !interrupt.signal.aborted)
      await part(title, () => runCheck(interrupt.signal));
  if (wanted.includes("unit") && !interrupt.signal.aborted)
    await part("Vitest: unit", () => runVitest("unit", { reportFolder, env: {}, signal: interrupt.signal }));
  if (!interrupt.signal.aborted) await testAgainstStudio(wanted, reportFolder, interrupt);
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(", ")}`);
  if (total.skipped > 0) console.log(`\nSkipped: ${total.skipped}`);
  if (interrupt.signal.aborted) console.log("\nInterrupted");
  console.log(`\nAll of it took ${seconds(since)}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || interrupt.signal.aborted ? 1 : 0;
}
