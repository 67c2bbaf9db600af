import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "smol-toml";

/** How one function is served, after `supabase/config.toml` and the files beside it. */
export interface FunctionSettings {
  name: string;
  /** Absolute path of the entry module. */
  entrypoint: string;
  /** Whether the platform asks for a user token before the function runs. */
  verifyJwt: boolean;
  /** Absolute path of the nearest `deno.json`, or of the import map that config.toml names. */
  config: string | undefined;
}

interface FunctionTable {
  enabled?: boolean;
  verify_jwt?: boolean;
  entrypoint?: string;
  import_map?: string;
}

const namePattern = /^[A-Za-z][A-Za-z0-9_-]*$/;

const parsed = new Map<string, { changedAt: number; tables: Record<string, FunctionTable> }>();

function readTables(configFile: string): Record<string, FunctionTable> {
  const changedAt = statSync(configFile, { throwIfNoEntry: false })?.mtimeMs;
  if (changedAt === undefined) return {};
  const known = parsed.get(configFile);
  if (known?.changedAt === changedAt) return known.tables;
  const document = parse(readFileSync(configFile, "utf8")) as { functions?: Record<string, FunctionTable> };
  const tables = document.functions ?? {};
  parsed.set(configFile, { changedAt, tables });
  return tables;
}

/**
 * Finds the function of that name, or null when there is none or it is switched off. Paths in config.toml are taken
 * from the folder of config.toml, as the Supabase CLI does. Throws when config.toml is not TOML.
 */
export function findFunction(folder: string, configFile: string, name: string): FunctionSettings | null {
  if (!namePattern.test(name)) return null;
  const table = readTables(configFile)[name] ?? {};
  if (table.enabled === false) return null;
  const base = dirname(configFile);
  const entrypoint = table.entrypoint ? resolve(base, table.entrypoint) : join(folder, name, "index.ts");
  if (!existsSync(entrypoint)) return null;
  const nearby = [join(folder, name, "deno.json"), join(folder, "deno.json")];
  const config = table.import_map ? resolve(base, table.import_map) : nearby.find((file) => existsSync(file));
  return { name, entrypoint, verifyJwt: table.verify_jwt ?? true, config };
}

/** All functions that config.toml names and that can be served. */
export function listFunctions(folder: string, configFile: string): FunctionSettings[] {
  const found = Object.keys(readTables(configFile)).map((name) => findFunction(folder, configFile, name));
  return found.filter((settings) => settings !== null);
}
