import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../config.ts";
import { onInterrupt } from "../interrupt.ts";
import { PlainError } from "../message.ts";
import { createProgress } from "../progress.ts";
import { runProgram } from "../testing/run-program.ts";
import { startTestStudio, type TestStudio } from "../testing/test-studio.ts";

const folder = join(root, "tests", "bench");

const needsStudio = (name: string) => name.endsWith(".studio.bench.ts");

/** Files behind `--` choose benchmarks by the beginning of their name. Those that need no studio come first. */
function chosenFiles(args: string[]): string[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bench.ts")) : [];
  const chosen = files
    .filter((name) => args.length === 0 || args.some((start) => name.startsWith(start)))
    .sort((a, b) => Number(needsStudio(a)) - Number(needsStudio(b)) || a.localeCompare(b));
  if (chosen.length === 0)
    throw new PlainError(`No benchmark in tests/bench fits. There are: ${files.join(", ") || "none"}.`);
  return chosen;
}

/**
 * `npm run bench`: runs tests/bench/*.bench.ts one after the other; those named `*.studio.bench.ts` against a studio of
 * their own, started when the first of them comes. Each prints JSON lines `{name, value, unit, peer, ratio}` to stdout;
 * what happens meanwhile is told on stderr.
 */
export async function run(args: string[]): Promise<number> {
  const files = chosenFiles(args);
  const interrupt = onInterrupt();
  let started: TestStudio | undefined;
  let failed = 0;
  try {
    for (const name of files) {
      if (interrupt.signal.aborted) break;
      if (needsStudio(name)) started ??= await startTestStudio(createProgress(process.stderr), interrupt);
      console.error(`  … ${name}`);
      const { code } = await runProgram(process.execPath, [join(folder, name)], {
        show: true,
        env: started?.env,
        signal: interrupt.signal,
      });
      if (code !== 0) failed += 1;
    }
  } finally {
    await started?.studio.stop();
  }
  if (failed > 0) console.error(`${failed} of ${files.length} benchmarks failed`);
  return failed > 0 || interrupt.signal.aborted ? 1 : 0;
}
