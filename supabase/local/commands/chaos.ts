import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../config.ts";
import { onInterrupt } from "../interrupt.ts";
import { PlainError } from "../message.ts";
import { createProgress } from "../progress.ts";
import { requireChromium } from "../testing/chromium.ts";
import { runProgram } from "../testing/run-program.ts";
import { forgetHostedProjects, startTestStudio, type TestStudio } from "../testing/test-studio.ts";

const folder = join(root, "tests", "chaos");
const ending = ".chaos.ts";
const studioEnding = ".studio.chaos.ts";

const nameOf = (file: string) => file.slice(0, file.indexOf("."));

const needsStudio = (file: string) => file.endsWith(studioEnding);

/** The runs whose name begins with one of these words; all of them without a word. Those that need no studio come first. */
function chosenRuns(words: string[]): string[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort((a, b) => Number(needsStudio(a)) - Number(needsStudio(b)) || a.localeCompare(b));
  const chosen = names.filter((name) => words.length === 0 || words.some((word) => name.startsWith(word)));
  if (chosen.length === 0)
    throw new PlainError(`No run in tests/chaos fits. There are: ${names.map(nameOf).join(", ")}.`);
  return chosen;
}

interface StudioWithBrowser extends TestStudio {
  chromium: string;
}

/**
 * `npm run chaos -- jobs --kills 20`: runs tests/chaos/*.chaos.ts one after the other, each on databases of its own, and
 * hands on what begins with `--`; those named `*.studio.chaos.ts` against one studio, started when the first of them
 * comes. They print JSON lines: what was injected, what was found, and a verdict.
 */
export async function run(args: string[]): Promise<number> {
  const split = args.findIndex((arg) => arg.startsWith("--"));
  const files = chosenRuns(split < 0 ? args : args.slice(0, split));
  const sizes = split < 0 ? [] : args.slice(split);
  const interrupt = onInterrupt();
  forgetHostedProjects();
  const failed: string[] = [];
  let started: StudioWithBrowser | undefined;
  try {
    for (const file of files) {
      if (interrupt.signal.aborted) break;
      if (needsStudio(file))
        started ??= {
          chromium: await requireChromium(interrupt.signal),
          ...(await startTestStudio(createProgress(process.stderr), interrupt)),
        };
      console.error(`  … ${nameOf(file)}`);
      const program = ["--disable-warning=ExperimentalWarning", join(folder, file), ...sizes];
      const { code } = await runProgram(process.execPath, program, {
        show: true,
        env: started && { ...started.env, CHROMIUM_PATH: started.chromium },
        signal: interrupt.signal,
      });
      if (code !== 0) failed.push(nameOf(file));
    }
  } finally {
    await started?.studio.stop();
  }
  if (failed.length > 0) console.error(`Not passed: ${failed.join(", ")}`);
  return failed.length > 0 || interrupt.signal.aborted ? 1 : 0;
}
