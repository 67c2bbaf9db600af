import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../config.ts";
import { checkFunctions } from "../functions/check.ts";
import { bin, runProgram } from "./run-program.ts";
import { check, type Outcome } from "./tally.ts";

/** A check of the sources that needs no running stack. */
export interface SourceCheck {
  name: string;
  title: string;
  run(signal: AbortSignal): Promise<Outcome>;
}

async function program(signal: AbortSignal, command: string, ...args: string[]): Promise<Outcome> {
  const { code, output } = await runProgram(bin(command), args, { signal });
  return check(code === 0, output);
}

async function typeScript(signal: AbortSignal): Promise<Outcome> {
  const routes = await runProgram(bin("next"), ["typegen"], {
    signal,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  return routes.code === 0 ? program(signal, "tsc", "-p", ".") : check(false, routes.output);
}

async function functions(): Promise<Outcome> {
  const { ok, output } = await checkFunctions();
  return check(ok, output);
}

function migrationFiles(): string[] {
  const folder = join("supabase", "migrations");
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => join(folder, name));
}

/** Every check of the sources, the quick ones first. */
export const sourceChecks: SourceCheck[] = [
  { name: "lint", title: "Lint and format (Biome)", run: (signal) => program(signal, "biome", "check", ".") },
  { name: "tsc", title: "Types (TypeScript)", run: typeScript },
  { name: "deno", title: "Types of functions (Deno)", run: functions },
  { name: "knip", title: "Dead code (knip)", run: (signal) => program(signal, "knip") },
  {
    name: "squawk",
    title: "Migrations (squawk)",
    run: (signal) => program(signal, "squawk", ...migrationFiles()),
  },
  {
    name: "types",
    title: "Generated files are fresh",
    run: async (signal) => {
      const args = [join(root, "supabase", "local", "studio.ts"), "types", "--check"];
      const { code, output } = await runProgram(process.execPath, args, { signal });
      return check(code === 0, output);
    },
  },
];
