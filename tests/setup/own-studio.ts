import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Environment, readStackConfig, root, type StackConfig } from "../../supabase/local/config.ts";
import { neededPorts, portsAreFree } from "../../supabase/local/ports.ts";
import { isAlive, type ProcessIdentity } from "../../supabase/local/process-identity.ts";
import { type RunRecord, readRecord } from "../../supabase/local/run-file.ts";
import { forgetHostedProjects } from "../../supabase/local/testing/test-studio.ts";
import { portBase } from "./test-stack.ts";

/** A place where a test can start studios of its own: ports, a data folder, and what was started there. */
export interface StudioPlace {
  config: StackConfig;
  env: Environment;
  /** `npm start`, as somebody types it, in a process group of its own. Resolves when it is ready or has ended. */
  start(): Promise<StartedStudio>;
  /** Another command of package.json; resolves when it has ended. */
  command(
    name: string,
    args?: string[],
    changes?: Environment,
  ): Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** Kills what is left and deletes the data. */
  clear(): Promise<void>;
}

/** One run of `npm start`. */
export interface StartedStudio {
  npm: ChildProcess;
  /** All that it printed until now, the errors at the end. */
  output(): string;
  /** What it printed to standard output. */
  stdout(): string;
  isReady: boolean;
  /** The processes of this run. Throws when it did not come up. */
  record(): RunRecord;
  exitCode: Promise<number | null>;
  /** Sends a signal to npm alone, or to all of the terminal's foreground group as Ctrl-C does. */
  signal(name: NodeJS.Signals, whom: "npm" | "group"): void;
  /** Waits until no process of this run lives and its ports are free. Throws, naming them, after two minutes. */
  untilGone(): Promise<void>;
}

function startIn(
  env: Environment,
  args: string[],
): { child: ChildProcess; stdout(): string; stderr(): string } {
  const child = spawn("npm", ["run", ...args], {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const texts = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    texts.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    texts.stderr += chunk;
  });
  return { child, stdout: () => texts.stdout, stderr: () => texts.stderr };
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function untilGone(record: RunRecord | undefined, config: StackConfig): Promise<void> {
  const all: (ProcessIdentity & { name?: string })[] = record ? [record.supervisor, ...record.processes] : [];
  const until = Date.now() + 120_000;
  for (;;) {
    const left = all.filter(isAlive);
    if (left.length === 0 && (await portsAreFree(neededPorts(config)))) return;
    if (Date.now() > until)
      throw new Error(
        `still there: ${left.map(({ pid, name }) => `${name ?? "supervisor"} ${pid}`).join(", ") || "a port"}`,
      );
    await pause(50);
  }
}

/** Makes a place `offset` ports after the test run's first port. */
export function studioPlace(offset: number): StudioPlace {
  const first = portBase + offset;
  const dataDir = mkdtempSync(join(tmpdir(), "studio-place-"));
  const ports = {
    PORT: String(first),
    SUPABASE_PORT: String(first + 1),
    SUPABASE_DB_PORT: String(first + 2),
    MAIL_PORT: String(first + 3),
    MODELS_PORT: String(first + 5),
    STUDIO_DATA_DIR: dataDir,
  };
  forgetHostedProjects();
  const { NODE_ENV: _test, ...inherited } = process.env;
  const env: Environment = { ...inherited, ...ports };
  const config = readStackConfig(ports);

  async function start(): Promise<StartedStudio> {
    const { child, stdout, stderr } = startIn(env, ["start"]);
    const exitCode = new Promise<number | null>((done) => child.once("exit", done));
    let hasEnded = false;
    exitCode.then(() => {
      hasEnded = true;
    });
    while (!hasEnded && !stdout().includes("Studio ready on ")) await pause(50);
    const record = readRecord(dataDir);
    return {
      npm: child,
      output: () => stdout() + stderr(),
      stdout,
      isReady: !hasEnded,
      record: () => {
        if (!record) throw new Error(`the studio did not start:\n${stdout()}${stderr()}`);
        return record;
      },
      exitCode,
      signal: (name, whom) => process.kill(whom === "npm" ? Number(child.pid) : -Number(child.pid), name),
      untilGone: () => untilGone(record, config),
    };
  }

  return {
    config,
    env,
    start,
    async command(name, args = [], changes = {}) {
      const { child, stdout, stderr } = startIn({ ...env, ...changes }, [
        "--silent",
        name,
        ...(args.length > 0 ? ["--", ...args] : []),
      ]);
      const code = await new Promise<number | null>((done) => child.once("close", done));
      return { code, stdout: stdout(), stderr: stderr() };
    },
    async clear() {
      const left = readRecord(dataDir);
      if (left && isAlive(left.supervisor)) {
        process.kill(left.supervisor.pid, "SIGTERM");
        await untilGone(left, config);
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
