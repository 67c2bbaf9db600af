import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment, root } from "../config.ts";
import type { Service, StackContext } from "../service.ts";
import { checkToken } from "./authorization.ts";
import { functionEnvironment } from "./environment.ts";
import { openJournal } from "./journal.ts";
import type { FunctionProcess, ProcessLimits } from "./process.ts";
import { refuse } from "./refusal.ts";
import { watchFolders } from "./reload.ts";
import { openRunner, type Runner } from "./runner.ts";
import { type FunctionSettings, findFunction, listFunctions } from "./settings.ts";

export interface FunctionsOptions {
  /** Folder that holds one folder per function. */
  folder: string;
  configFile: string;
  /** Restart a function after its files changed. */
  reload: boolean;
  /** Start the functions that config.toml names at once, so that nobody's first click waits for them. */
  warm: boolean;
  limits: ProcessLimits;
  /** Milliseconds without a byte after which a request is given up with 504. */
  requestIdleTimeout: number;
  environment: Environment;
}

const defaults: FunctionsOptions = {
  folder: join(root, "supabase", "functions"),
  configFile: join(root, "supabase", "config.toml"),
  warm: true,
  reload: process.env.FUNCTIONS_RELOAD === "1",
  limits: {
    wallClock: Number(process.env.FUNCTIONS_WALL_CLOCK_MS || 150_000),
    idle: 600_000,
    cpu: 2000,
    memoryMegabytes: 256,
    boot: 30_000,
  },
  requestIdleTimeout: 150_000,
  environment: process.env,
};

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Stands in for hosted Edge Functions: `/functions/v1/<name>/...` is answered by `<folder>/<name>/index.ts` on real
 * Deno, one process per function, started anew by the first request after it died or was let go. The pids of the live Deno
 * processes are in `<dataDir>/functions.pid`, one a line; their output is in `<dataDir>/functions.log`.
 * Differs from hosted: no regions, no WebSockets, CPU is limited per turn of the event loop.
 */
export async function createFunctionsService(
  context: StackContext,
  options: Partial<FunctionsOptions> = {},
): Promise<Service> {
  const { folder, configFile, reload, warm, limits, requestIdleTimeout, environment } = {
    ...defaults,
    ...options,
  };
  const { config, keys } = context;
  mkdirSync(config.dataDir, { recursive: true });
  const journal = openJournal(context);
  const runners = new Map<string, Runner>();
  const alive = new Map<string, FunctionProcess[]>();

  function writePids() {
    const pids = [...alive.values()].flat().map((process) => `${process.pid}\n`);
    writeFileSync(join(config.dataDir, "functions.pid"), pids.join(""));
  }
  writePids();

  function plan(settings: FunctionSettings) {
    const given = functionEnvironment(config, keys, folder, environment);
    return { settings, folder, dataDir: config.dataDir, environment: given, limits, journal };
  }

  function runnerOf(settings: FunctionSettings): Runner {
    const { name } = settings;
    const existing = runners.get(name);
    if (existing) return existing;
    const fresh = () => plan(findFunction(folder, configFile, name) ?? settings);
    const runner = openRunner(fresh, requestIdleTimeout, (processes) => {
      alive.set(name, processes);
      writePids();
    });
    runners.set(name, runner);
    return runner;
  }

  async function handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/functions\/v1/, "");
    const settings = findFunction(folder, configFile, path.split("/")[1] ?? "");
    if (!settings) return refuse("NOT_FOUND", "Requested function was not found");
    if (!methods.has(request.method)) return refuse("METHOD_NOT_ALLOWED", "Method not allowed");
    const refusal = settings.verifyJwt ? await checkToken(request, keys) : null;
    return refusal ?? runnerOf(settings).answer(request, path + url.search);
  }

  if (warm) for (const settings of listFunctions(folder, configFile)) runnerOf(settings).warm();

  const unwatch = reload
    ? watchFolders([folder, join(root, "lib", "contract"), join(root, "lib", "moderation")], () => {
        for (const runner of runners.values()) runner.retire();
      })
    : () => {};

  return {
    prefix: "functions",
    handle,
    async stop() {
      unwatch();
      await Promise.all([...runners.values()].map((runner) => runner.stop()));
      await journal.close();
    },
  };
}
