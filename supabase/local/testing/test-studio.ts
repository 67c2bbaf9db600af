import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Environment, readStackConfig, root, type StackConfig } from "../config.ts";
import type { Interrupt } from "../interrupt.ts";
import { neededPorts, portsAreFree } from "../ports.ts";
import type { Progress } from "../progress.ts";
import { claimDataDir, findRunning } from "../run-file.ts";
import { type RunningStudio, startStudio } from "../serving.ts";

/**
 * Where the ports of tests begin when nobody says it. Below 32768, where Linux begins to take ports for outgoing
 * connections, so that none of those sits on one of ours.
 */
export const firstTestPort = 15300;

/** Ports and data folder of a studio for tests and benchmarks, away from the ones of `npm start`. */
export function testConfig(base: number): StackConfig {
  return readStackConfig({
    NODE_ENV: "test",
    PORT: String(base),
    SUPABASE_PORT: String(base + 1),
    SUPABASE_DB_PORT: String(base + 2),
    MAIL_PORT: String(base + 4),
    MODELS_PORT: String(base + 30),
    STUDIO_DATA_DIR: join(root, "supabase", `.data-test-${base}`),
  });
}

const outside = [
  "NEXT_PUBLIC_SUPABASE_URL",
  "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY",
  "SUPABASE_SECRET_KEY",
  "STUDIO_URL",
  "REPLICATE_API_TOKEN",
  "REPLICATE_BASE_URL",
  "REPLICATE_WEBHOOK_SIGNING_SECRET",
];

/** Takes hosted projects and paid models out of this process's environment: tests neither touch nor spend them. */
export function forgetHostedProjects(): void {
  for (const name of outside) delete process.env[name];
}

async function chooseBase(): Promise<number> {
  const given = process.env.TEST_PORT_BASE;
  if (given) return Number(given);
  for (let base = firstTestPort; base < firstTestPort + 1000; base += 100) {
    const config = testConfig(base);
    if (!findRunning(config.dataDir) && (await portsAreFree(neededPorts(config)))) return base;
  }
  return firstTestPort;
}

/** A studio on ports and data of its own, and the environment that tells test runners of it. */
export interface TestStudio {
  studio: RunningStudio;
  env: Environment;
}

/** Starts a studio for tests with fresh data on free ports (`TEST_PORT_BASE`, or the first free hundred from 15300). */
export async function startTestStudio(progress: Progress, interrupt: Interrupt): Promise<TestStudio> {
  forgetHostedProjects();
  const base = await chooseBase();
  const config = testConfig(base);
  const claim = await claimDataDir(config.dataDir);
  claim.release();
  await rm(config.dataDir, { recursive: true, force: true });
  const studio = await startStudio({
    mode: "start",
    progress,
    interrupt,
    config,
    env: { ATELIER_FAULTS: "1" },
  });
  const file = join(config.dataDir, "test-stack.json");
  await writeFile(file, JSON.stringify({ config, status: studio.status }), { mode: 0o600 });
  return {
    studio,
    env: { TEST_PORT_BASE: String(base), TEST_STACK_STATUS: file, STUDIO_URL: config.studioUrl },
  };
}
