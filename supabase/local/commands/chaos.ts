import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../config.ts";
import { onInterrupt } from "../interrupt.ts";
import { PlainError } from "../message.ts";
import { runProgram } from "../testing/run-program.ts";
import { forgetHostedProjects } from "../testing/test-studio.ts";

const folder = join(root, "tests", "chaos");
const ending = ".chaos.ts";

/** The runs whose name begins with one of these words; all of them without a word. */
function chosenRuns(words: string[]): string[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
  const chosen = names.filter((name) => words.length === 0 || words.some((word) => name.startsWith(word)));
  if (chosen.length === 0)
    throw new PlainError(
      `No run in tests/chaos fits. There are: ${names.map((name) => name.replace(ending, "")).join(", ")}.`,
    );
  return chosen;
}

/**
 * `npm run chaos -- jobs --kills 20`: runs tests/chaos/*.chaos.ts one after the other, each on databases of its own, and
 * hands on what begins with `--`. They print JSON lines: what was injected, what was found, and a verdict.
 */
export async function run(args: string[]): Promise<number> {
  const split = args.findIndex((arg) => arg.startsWith("--"));
  const names = chosenRuns(split < 0 ? args : args.slice(0, split));
  const sizes = split < 0 ? [] : args.slice(split);
  const interrupt = onInterrupt();
  forgetHostedProjects();
  const failed: string[] = [];
  for (const name of names) {
    if (interrupt.signal.aborted) break;
    console.error(`  … ${name.replace(ending, "")}`);
    const program = ["--disable-warning=ExperimentalWarning", join(folder, name), ...sizes];
    const { code } = await runProgram(process.execPath, program, { show: true, signal: interrupt.signal });
    if (code !== 0) failed.push(name.replace(ending, ""));
  }
  if (failed.length > 0) console.error(`Not passed: ${failed.join(", ")}`);
  return failed.length > 0 || interrupt.signal.aborted ? 1 : 0;
}
