import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../config.ts";
import { denoBinary, denoEnvironment, offlineFlags } from "./deno.ts";

const folder = join(root, "supabase", "functions");

function entryModules(): string[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.map((name) => join(folder, name, "index.ts")).filter((file) => existsSync(file));
}

/**
 * Type-checks every Edge Function, and all that it imports, as Deno sees it, without the network. `output` is what
 * Deno said, for people.
 */
export async function checkFunctions(): Promise<{ ok: boolean; output: string }> {
  const modules = entryModules();
  if (modules.length === 0) return { ok: true, output: "There are no functions to check.\n" };
  const cache = join(root, "node_modules", ".cache", "deno");
  mkdirSync(cache, { recursive: true });
  const child = spawn(denoBinary(), ["check", ...offlineFlags(join(folder, "deno.json")), ...modules], {
    cwd: root,
    env: denoEnvironment(cache) as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const ok = await new Promise<boolean>((done) => {
    child.once("error", (error) => {
      output += error.message;
      done(false);
    });
    child.once("close", (code) => done(code === 0));
  });
  return { ok, output };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ok, output } = await checkFunctions();
  process.stdout.write(output);
  process.exitCode = ok ? 0 : 1;
}
