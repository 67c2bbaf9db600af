import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Environment, root } from "../config.ts";
import { lastLines, PlainError } from "../message.ts";
import { identify, isAlive, type ProcessIdentity } from "../process-identity.ts";
import { launch } from "../supervisor.ts";
import { hashSources } from "./sources.ts";

const stamp = join(root, ".next", "studio-build");
const lock = join(root, "node_modules", ".studio-build-lock");

/** Next's own program, started without a wrapper so that its process id is the server's. */
export const nextProgram = join(root, "node_modules", "next", "dist", "bin", "next");

function isCurrent(hash: string): boolean {
  return (
    existsSync(join(root, ".next", "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash
  );
}

function holder(): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(lock, "utf8"));
  } catch {
    return undefined;
  }
}

/** Two studios of one checkout share the build, so only one of them makes it at a time. */
async function takeLock(signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify(identify(process.pid)), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const other = holder();
    if (!other || !isAlive(other)) rmSync(lock, { force: true });
    else await new Promise((done) => setTimeout(done, 200));
    signal?.throwIfAborted();
  }
}

async function build(env: Environment, logFile: string, signal: AbortSignal | undefined): Promise<void> {
  rmSync(logFile, { force: true });
  rmSync(stamp, { force: true });
  const child = launch({
    command: process.execPath,
    args: [nextProgram, "build"],
    cwd: root,
    env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
  });
  const stop = () => child.stop();
  signal?.addEventListener("abort", stop, { once: true });
  const { code } = await child.exited;
  signal?.removeEventListener("abort", stop);
  signal?.throwIfAborted();
  if (code === 0) return;
  const output = lastLines(logFile, 60);
  throw new PlainError(`The Next application does not build:\n${output}\n\nAll of it: ${logFile}`);
}

/**
 * Builds the Next application unless the build in `.next` was made from exactly these sources. Returns whether it built.
 * Throws a message with the end of the build's output.
 */
export async function buildIfStale(
  env: Environment,
  dataDir: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const hash = hashSources(env);
  if (isCurrent(hash)) return false;
  await mkdir(join(dataDir, "logs"), { recursive: true });
  await takeLock(signal);
  try {
    if (isCurrent(hash)) return false;
    await build(env, join(dataDir, "logs", "build.log"), signal);
    writeFileSync(stamp, hash);
    return true;
  } finally {
    rmSync(lock, { force: true });
  }
}
