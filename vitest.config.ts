import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");
const resolve = { alias: { "@": root } };

/** Tests against the running stack: one stack for all of them, so they keep to rows of their own. */
function againstStack(name: string) {
  return {
    resolve,
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: ["tests/setup/global-stack.ts"],
      testTimeout: 30_000,
      hookTimeout: 60_000,
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
        },
      },
      againstStack("stack"),
      {
        resolve,
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          globalSetup: ["tests/setup/global-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      againstStack("functions"),
      againstStack("api"),
    ],
  },
});
