import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../config.ts";
import { PlainError } from "../message.ts";

/** Path of the Deno binary that npm installed. Throws a message for people when it is not there. */
export function denoBinary(): string {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("deno/package.json"));
  const file = join(folder, process.platform === "win32" ? "deno.exe" : "deno");
  if (existsSync(file)) return file;
  throw new PlainError("The Deno binary is missing: its install script did not run. Run `npm rebuild deno`.");
}

/** Flags that make Deno take packages from this repository's node_modules and nothing from the network. */
export function offlineFlags(config: string | undefined): string[] {
  const isDenoConfig = config?.endsWith("deno.json") || config?.endsWith("deno.jsonc");
  const map = config ? [isDenoConfig ? "--config" : "--import-map", config] : [];
  return ["--quiet", "--no-remote", "--no-lock", "--node-modules-dir=manual", ...map];
}

/** Environment of Deno itself: its cache lies in the stack's own folder, and it asks no server for updates. */
export function denoEnvironment(cacheFolder: string): Record<string, string> {
  return { DENO_DIR: cacheFolder, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
}

/** Folders outside its own that a function may read: packages, and the code that it shares with the app. */
export const sharedFolders = [
  join(root, "node_modules"),
  join(root, "lib", "contract"),
  join(root, "lib", "moderation"),
  join(root, "messages"),
  join(root, "package.json"),
];
