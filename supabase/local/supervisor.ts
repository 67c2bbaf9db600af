import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { Environment } from "./config.ts";

/** How a child is started. Its output goes to `logFile`, so that it outlives the terminal. */
export interface LaunchOptions {
  command: string;
  args: string[];
  env?: Environment;
  cwd?: string;
  logFile: string;
  uid?: number;
  gid?: number;
  /** The signal that asks this program to end in order. */
  stopSignal?: "SIGINT" | "SIGTERM";
  /** Milliseconds from that signal until SIGKILL. */
  graceMs?: number;
  /** Opens an IPC channel to a Node child. */
  ipc?: boolean;
}

/** A running child process, alone in its process group. */
export interface Child {
  pid: number;
  process: ChildProcess;
  /** Settles when the process has ended. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  running(): boolean;
  /** Ends the child and all it started: asks first, kills after the grace time. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Waits for a line on its standard input. The line means that the supervisor needs it no longer; the end of the input
 * means that the supervisor died, so the child's group is ended: asked, then killed after ten seconds.
 */
const leashScript = `
read -r line && exit 0
kill -s "$2" -- "-$1" 2>/dev/null
n=0
while kill -0 -- "-$1" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.1; n=$((n+1)); done
kill -s KILL -- "-$1" 2>/dev/null
exit 0`;

/** Sends a signal to a process group; false when nothing of it is left. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function attachLeash(pid: number, signal: string): () => void {
  const leash = spawn("/bin/sh", ["-c", leashScript, "leash", String(pid), signal.replace("SIG", "")], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    cwd: "/",
  });
  leash.unref();
  leash.stdin.on("error", () => {});
  leash.on("error", () => {});
  return () => leash.stdin.end("done\n");
}

async function waitForGroup(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (signalGroup(pid, 0)) {
    if (Date.now() > until) return false;
    await new Promise((done) => setTimeout(done, 25));
  }
  return true;
}

/**
 * Starts a child in a process group of its own, so that Ctrl-C in the terminal reaches only the supervisor, which then
 * ends the children in order. A tiny shell holds a leash on it: when the supervisor is killed, the group is ended too.
 */
export function launch(options: LaunchOptions): Child {
  const { stopSignal = "SIGTERM", graceMs = 8000 } = options;
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, "a");
  const stdio: StdioOptions = ["ignore", log, log];
  if (options.ipc) stdio.push("ipc");
  const { uid, gid } = options;
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: (options.env ?? process.env) as NodeJS.ProcessEnv,
    stdio,
    detached: true,
    ...(uid === undefined ? {} : { uid, gid }),
  });
  closeSync(log);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.once("exit", (code, signal) => done({ code, signal }));
    child.once("error", () => done({ code: 127, signal: null }));
  });
  const pid = child.pid ?? 0;
  const release = pid > 0 ? attachLeash(pid, stopSignal) : () => {};
  exited.then(() => pid > 0 && signalGroup(pid, 0) === false && release());
  let stopping: Promise<void> | undefined;
  async function end(): Promise<void> {
    if (pid === 0) return;
    signalGroup(pid, stopSignal);
    if (!(await waitForGroup(pid, graceMs))) signalGroup(pid, "SIGKILL");
    await waitForGroup(pid, 2000);
    release();
  }
  return {
    pid,
    process: child,
    exited,
    running: () => pid > 0 && child.exitCode === null && child.signalCode === null,
    stop: () => {
      stopping ??= end();
      return stopping;
    },
  };
}
