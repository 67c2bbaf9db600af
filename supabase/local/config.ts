import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Repository root, absolute. */
export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** Variables of a process. Unlike NodeJS.ProcessEnv, which Next's types extend, it demands none. */
export type Environment = Record<string, string | undefined>;

/** Where one embedded stack listens and keeps its data. Two stacks with different values run side by side. */
export interface StackConfig {
  /** Absolute folder of everything that the stack writes. */
  dataDir: string;
  studioPort: number;
  apiPort: number;
  dbPort: number;
  modelsPort: number;
  mailPort: number;
  studioUrl: string;
  /** The gateway: `<apiUrl>/rest/v1`, `/auth/v1`, `/storage/v1`, `/realtime/v1`, `/functions/v1`. */
  apiUrl: string;
  functionsUrl: string;
  modelsUrl: string;
  mailUrl: string;
  /** Superuser connection of the embedded Postgres. */
  dbUrl: string;
}

function port(env: Environment, name: string, fallback: number): number {
  const raw = env[name];
  if (raw === undefined || raw === "") return fallback;
  const value = Number(raw);
  if (!Number.isInteger(value) || value < 1 || value > 65535)
    throw new Error(`${name}=${raw} is not a port. Give a whole number from 1 to 65535.`);
  return value;
}

/** Reads the stack's ports and data folder from the environment. Throws a message for people when one is wrong. */
export function readStackConfig(env: Environment = process.env): StackConfig {
  const studioPort = port(env, "PORT", 3000);
  const apiPort = port(env, "SUPABASE_PORT", 54321);
  const dbPort = port(env, "SUPABASE_DB_PORT", 54322);
  const modelsPort = port(env, "MODELS_PORT", 54330);
  const mailPort = port(env, "MAIL_PORT", 54324);
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  return {
    dataDir: resolve(root, env.STUDIO_DATA_DIR || join("supabase", ".data")),
    studioPort,
    apiPort,
    dbPort,
    modelsPort,
    mailPort,
    studioUrl: `http://localhost:${studioPort}`,
    apiUrl,
    functionsUrl: `${apiUrl}/functions/v1`,
    modelsUrl: `http://127.0.0.1:${modelsPort}`,
    mailUrl: `http://127.0.0.1:${mailPort}`,
    dbUrl: `postgresql://postgres:postgres@127.0.0.1:${dbPort}/postgres`,
  };
}
