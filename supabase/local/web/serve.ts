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

async function untilAnswering(child: Child, url: string, logFile: string): Promise<void> {
  const until = Date.now() + 90_000;
  while (child.running() && Date.now() < until) {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(60_000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  await child.stop();
  const output = lastLines(logFile, 20);
  throw new PlainError(`The Next server did not come up:\n${output}\n\nIts log: ${logFile}`);
}

/** Starts Next's server (`start` for the build, `dev` for the sources) on loopback and waits until it answers. */
export async function serveWeb(
  config: Pick<StackConfig, "studioPort" | "dataDir">,
  mode: "start" | "dev",
  env: Environment,
): Promise<Child> {
  const logFile = join(config.dataDir, "logs", "web.log");
  const child = launch({
    command: process.execPath,
    args: [nextProgram, mode, "-p", String(config.studioPort), "-H", "127.0.0.1"],
    cwd: root,
    env: { ...env, NODE_ENV: mode === "dev" ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
  });
  await untilAnswering(child, `http://127.0.0.1:${config.studioPort}/`, logFile);
  return child;
}
