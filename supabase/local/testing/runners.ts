import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../config.ts";
import { bin, runProgram } from "./run-program.ts";
import { type Outcome, tallyPlaywright, tallyVitest } from "./tally.ts";

/** What the runners are told: where their reports go, and the environment that names the running studio. */
export interface RunnerContext {
  reportFolder: string;
  env: Environment;
  signal: AbortSignal;
}

interface VitestWish {
  /** Shows what it prints at its end, where other parts print meanwhile. */
  isQuiet?: boolean;
  /** Fewer than usual, where other parts run meanwhile. */
  maxWorkers?: number;
}

/** Runs one Vitest project and counts its tests; what it prints is shown. */
export async function runVitest(
  project: string,
  context: RunnerContext,
  { isQuiet = false, maxWorkers }: VitestWish = {},
): Promise<Outcome> {
  const file = join(context.reportFolder, `${project}.json`);
  await rm(file, { force: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...(maxWorkers ? [`--maxWorkers=${maxWorkers}`] : []),
  ];
  const { code, output } = await runProgram(bin("vitest"), args, {
    show: !isQuiet,
    env: context.env,
    signal: context.signal,
  });
  return { ...tallyVitest(file, code), output };
}

/** Runs the browser tests and counts them; what Playwright prints is shown. */
export async function runPlaywright(context: RunnerContext): Promise<Outcome> {
  const file = join(context.reportFolder, "browser.json");
  await rm(file, { force: true });
  const env = { ...context.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await runProgram(bin("playwright"), ["test"], { show: true, env, signal: context.signal });
  return tallyPlaywright(file, code);
}
