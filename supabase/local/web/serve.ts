import { join } from "node:path";
import { type Environment, root, type StackConfig } from "../config.ts";
import { lastLines, PlainError } from "../message.ts";
import type { StackStatus } from "../run-file.ts";
import { type Child, launch } from "../supervisor.ts";
import { nextProgram } from "./build.ts";

/** What the Next application is told of the embedded stack; the same variables name a hosted project. */
export function webEnvironment(status: StackStatus): Environment {
  const { apiUrl, studioUrl, publishableKey, secretKey } = status;
  return {
    NEXT_PUBLIC_SUPABASE_URL: apiUrl,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: publishableKey,
    SUPABASE_SECRET_KEY: secretKey,
    STUDIO_URL: studioUrl,
    STUDIO_DEMO: "1",
  };
}

/**
 * Long enough for a first page that a busy machine compiles for minutes: whoever sits there ends it when they like, and
 * only a run that nobody looks at ends by this.
 */
const patienceMs = 15 * 60_000;

/**
 * Resolves once the server answers anything at all. Throws, and leaves nothing running, when its process ends, when
 * `signal` asks to end, or after a quarter of an hour.
 */
export async function untilAnswering(
  child: Pick<Child, "running" | "stop">,
  url: string,
  logFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const until = Date.now() + patienceMs;
  while (child.running() && Date.now() < until && !signal?.aborted) {
    const late = AbortSignal.timeout(60_000);
    const answer = await fetch(url, {
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, late]) : late,
    }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  const what = child.running() ? "runs, but does not answer" : "did not come up";
  await child.stop();
  signal?.throwIfAborted();
  throw new PlainError(`The Next server ${what}:\n${lastLines(logFile, 20)}\n\nIts log: ${logFile}`);
}

/** Starts Next's server (`start` for the build, `dev` for the sources) on loopback and waits until it answers. */
export async function serveWeb(
  config: Pick<StackConfig, "studioPort" | "dataDir">,
  mode: "start" | "dev",
  env: Environment,
  signal?: AbortSignal,
): Promise<Child> {
  const logFile = join(config.dataDir, "logs", "web.log");
  const child = launch({
    command: process.execPath,
    args: [nextProgram, mode, "-p", String(config.studioPort), "-H", "127.0.0.1"],
    cwd: root,
    env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
  });
  await untilAnswering(child, `http://127.0.0.1:${config.studioPort}/`, logFile, signal);
  return child;
}
