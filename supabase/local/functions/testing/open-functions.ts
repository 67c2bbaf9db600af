import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { readStackConfig } from "../../config.ts";
import { type Keyring, openKeyring } from "../../keyring.ts";
import type { Service } from "../../service.ts";
import { createFunctionsService } from "../service.ts";

const folder = fileURLToPath(new URL("../fixtures", import.meta.url));
/** Lines of the stack's log, one per message of a function. */
export const lines: string[] = [];
export let dataDir: string;
export let keys: Keyring;
let service: Service;

/** Another service over the same fixture functions and data folder; whoever opens it stops it. */
export async function openService(
  limits: Partial<Record<"wallClock" | "idle", number>> = {},
  idleTimeout = 150_000,
) {
  const config = readStackConfig({ STUDIO_DATA_DIR: dataDir, SUPABASE_PORT: "55701", MODELS_PORT: "55730" });
  const log = (_part: string, message: string, detail?: Record<string, unknown>) =>
    void lines.push(`${detail?.function} ${detail?.level} ${message}`);
  return createFunctionsService(
    { config, keys, log, sql: undefined as never },
    {
      folder,
      warm: false,
      configFile: join(folder, "config.toml"),
      environment: { STUDIO_URL: "http://studio.test", SECRET_OF_THE_HOST: "x" },
      limits: { wallClock: 150_000, idle: 600_000, cpu: 2000, memoryMegabytes: 256, boot: 30_000, ...limits },
      requestIdleTimeout: idleTimeout,
    },
  );
}

/** One service over the fixture functions for all tests of a file. */
export function openFunctions(): void {
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "functions-"));
    keys = await openKeyring(dataDir);
    service = await openService();
  });
  afterAll(async () => {
    await service.stop();
    await rm(dataDir, { recursive: true });
  });
}

/** Sends a request to the opened service; the path begins with the function's name. */
export const call = (path: string, init?: RequestInit & { duplex?: "half" }) =>
  service.handle(new Request(`http://127.0.0.1:55701/functions/v1${path}`, init));
/** The JSON that the function answers. */
export const json = async (path: string, init?: RequestInit) => (await call(path, init)).json();
/** The Deno processes that the service says it runs. */
export const pids = async () =>
  (await readFile(join(dataDir, "functions.pid"), "utf8")).trim().split("\n").map(Number);
