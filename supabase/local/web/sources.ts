import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Environment, root } from "../config.ts";

const folders = ["app", "components", "i18n", "lib", "messages", "pages", "public"];
const rootFile = /^(package-lock\.json|(?!vitest|playwright|knip)[\w-]+(\.config)?\.(ts|mjs|js))$/;
const ignored = /(\.test\.tsx?|next-env\.d\.ts)$/;

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (!ignored.test(entry.name)) yield path;
  }
}

/**
 * One hash of all that goes into the Next build: sources, configuration, packages, and the NEXT_PUBLIC_ variables, which
 * Next writes into the browser's code.
 */
export function hashSources(env: Environment): string {
  const hash = createHash("sha256");
  const rootFiles = readdirSync(root).filter((name) => rootFile.test(name) && !ignored.test(name));
  const inFolders = folders.filter((name) =>
    statSync(join(root, name), { throwIfNoEntry: false })?.isDirectory(),
  );
  const files = [
    ...rootFiles.map((name) => join(root, name)),
    ...inFolders.flatMap((name) => [...filesIn(join(root, name))]),
  ];
  for (const file of files.sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  for (const name of Object.keys(env).sort())
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${env[name]}\0`);
  return hash.digest("hex");
}
