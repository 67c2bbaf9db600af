import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");
const resolve = { alias: { "@": root } };

/** Milliseconds before something counts as stuck, also on a machine that is busy with other work. */
const patience = { testTimeout: 120_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

/** Files share their workers, which saves half of the time of many small ones. */
const together = { isolate: false, setupFiles: [`${root}/tests/setup/clean-globals.ts`] };

/** Tests against the running stack: one stack for all of them, so they keep to rows of their own. */
function againstStack(name: string, setupFiles: string[] = []) {
  return {
    resolve,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: ["tests/setup/global-stack.ts"],
      ...patience,
      ...together,
      setupFiles: [...together.setupFiles, ...setupFiles],
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["{lib,supabase,components,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "supabase/functions/**"],
          ...patience,
          ...together,
        },
      },
      againstStack("stack"),
      {
        resolve,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          globalSetup: ["tests/setup/global-database.ts"],
          // Not together: what a file leaves connected ends with its worker.
          ...patience,
        },
      },
      againstStack("functions", [`${root}/tests/setup/fetch-files.ts`]),
      againstStack("api"),
    ],
  },
});
