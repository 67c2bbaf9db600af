import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { type EmbeddedStack, startEmbedded } from "../../supabase/local/embedded.ts";
import { neededPorts, requireFreePorts } from "../../supabase/local/ports.ts";
import { claimDataDir } from "../../supabase/local/run-file.ts";
import { forgetHostedProjects, testConfig } from "../../supabase/local/testing/test-studio.ts";
import { portBase, type TestStack } from "./test-stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    stack: TestStack;
  }
}

interface Shared {
  users: number;
  started: Promise<{ stack: TestStack; stop(): Promise<void> }>;
}

/** One stack for all projects of this run; each project loads this file anew, so it hangs on the process. */
const shared = globalThis as typeof globalThis & { testStack?: Shared };

async function startOwn(): Promise<{ stack: TestStack; stop(): Promise<void> }> {
  forgetHostedProjects();
  const config = testConfig(portBase);
  const claim = await claimDataDir(config.dataDir);
  await rm(config.dataDir, { recursive: true, force: true });
  await requireFreePorts(neededPorts(config));
  let embedded: EmbeddedStack | undefined;
  try {
    embedded = await startEmbedded(config, { claim, env: { ATELIER_FAULTS: "1" } });
  } catch (error) {
    claim.release();
    throw error;
  }
  const { status, stop } = embedded;
  return {
    stack: { config, status },
    stop: async () => {
      await stop();
      claim.release();
    },
  };
}

async function open(): Promise<{ stack: TestStack; stop(): Promise<void> }> {
  const file = process.env.TEST_STACK_STATUS;
  if (file) return { stack: JSON.parse(readFileSync(file, "utf8")), stop: async () => {} };
  return startOwn();
}

/**
 * Gives the tests a running stack: the one that `npm test` started (file named by TEST_STACK_STATUS), or else a fresh
 * one of their own, without the Next application, that ends with the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testStack ??= { users: 0, started: open() };
  const current = shared.testStack;
  current.users += 1;
  const { stack, stop } = await current.started;
  project.provide("stack", stack);
  return async () => {
    current.users -= 1;
    if (current.users === 0) await stop();
  };
}
