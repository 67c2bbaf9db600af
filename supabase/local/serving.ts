import { type Environment, readStackConfig, type StackConfig } from "./config.ts";
import { type EmbeddedStack, startEmbedded } from "./embedded.ts";
import type { Interrupt } from "./interrupt.ts";
import { PlainError } from "./message.ts";
import { neededPorts, requireFreePorts } from "./ports.ts";
import type { Progress } from "./progress.ts";
import { claimDataDir, type StackStatus } from "./run-file.ts";
import type { Child } from "./supervisor.ts";
import { buildIfStale } from "./web/build.ts";
import { serveWeb, webEnvironment } from "./web/serve.ts";

/** A studio that answers on its port, with the embedded stack unless a hosted project was named. */
export interface RunningStudio {
  config: StackConfig;
  /** Missing when the studio serves against a hosted project. */
  status?: StackStatus;
  /** Settles when a part ended by itself, with the message to show. */
  broken: Promise<PlainError>;
  stop(): Promise<void>;
}

/** How a studio starts. */
export interface StudioOptions {
  mode: "start" | "dev";
  progress: Progress;
  interrupt?: Interrupt;
  config?: StackConfig;
  /** Added to the environment of all parts. */
  env?: Environment;
}

/** Whether the environment names a hosted Supabase project to serve against. Throws when its key is missing. */
function usesHostedProject(env: Environment = process.env): boolean {
  if (!env.NEXT_PUBLIC_SUPABASE_URL) return false;
  if (!env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY)
    throw new PlainError(
      "NEXT_PUBLIC_SUPABASE_URL names a hosted project, but NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY is not set. " +
        "Set it (Supabase dashboard, Settings, API keys), or unset the URL to use the embedded stack.",
    );
  return true;
}

function hostedEnvironment(config: StackConfig): Environment {
  return {
    STUDIO_URL: process.env.STUDIO_URL ?? config.studioUrl,
  };
}

function watchWeb(web: Child, isStopping: () => boolean): Promise<PlainError> {
  return new Promise((done) => {
    web.exited.then(({ code, signal }) => {
      if (!isStopping()) done(new PlainError(`The Next server ended by itself (${signal ?? code}).`));
    });
  });
}

/**
 * Starts a whole studio, step by step, and resolves when it answers. When a step fails, or an interrupt comes, what was
 * started is stopped again before this throws.
 */
export async function startStudio(options: StudioOptions): Promise<RunningStudio> {
  const { mode, progress, interrupt, config = readStackConfig(), env = {} } = options;
  const hosted = usesHostedProject();
  const claim = await claimDataDir(config.dataDir);
  let embedded: EmbeddedStack | undefined;
  let web: Child | undefined;
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await web?.stop();
    await embedded?.stop();
    claim.release();
  };
  try {
    const ports = neededPorts(config);
    await progress.step("Ports", () => requireFreePorts(hosted ? ports.slice(0, 1) : ports));
    if (!hosted) embedded = await startEmbedded(config, { claim, progress, env });
    interrupt?.signal.throwIfAborted();
    const webEnv = {
      ...process.env,
      ...env,
      ...(embedded ? webEnvironment(embedded.status) : hostedEnvironment(config)),
    };
    if (mode === "start")
      await progress.step(
        "Pages",
        () => buildIfStale({ ...process.env, ...env }, config.dataDir, interrupt?.signal),
        (built) => (built ? "built" : "up to date"),
      );
    web = await progress.step("Web server", () => serveWeb(config, mode, webEnv, interrupt?.signal));
    claim.addProcess("web", web.pid);
    if (embedded) claim.setReady(embedded.status);
    const broken = [watchWeb(web, () => isStopping), ...(embedded ? [embedded.broken] : [])];
    return { config, status: embedded?.status, broken: Promise.race(broken), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
