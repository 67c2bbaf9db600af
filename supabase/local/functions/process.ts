import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Environment } from "../config.ts";
import { denoBinary, denoEnvironment, offlineFlags, sharedFolders } from "./deno.ts";
import type { Journal } from "./journal.ts";
import { type Assignment, beginMark, type Notice } from "./runtime/messages.ts";
import type { FunctionSettings } from "./settings.ts";
import { openShift, type Shift, type ShiftLimits } from "./shift.ts";

/** Limits of one function's process, times in milliseconds. */
export interface ProcessLimits extends ShiftLimits {
  /** CPU of one turn of the event loop. Hosted counts 2 s over a whole request; turns that yield are not added up. */
  cpu: number;
  memoryMegabytes: number;
  boot: number;
}

/** Why a process is no more. */
export type Ending = "failed" | "boot" | "cpu" | "memory" | "wall-clock" | "done" | "stopped" | "killed";

/** One Deno process that serves one function. */
export interface FunctionProcess {
  pid: number;
  agent: Agent;
  shift: Shift;
  /** The port it answers on; rejects when it ends before it listens. */
  port: Promise<number>;
  /** Settles when the process has ended and all that it wrote was read; never rejects. */
  ended: Promise<Ending>;
  /** Requests under way by id: whether they have reached the function's code. */
  receipts: Map<string, { isBegun: boolean }>;
  running(): boolean;
  end(cause: Ending): void;
}

/** What a process is started from. */
export interface LaunchPlan {
  settings: FunctionSettings;
  folder: string;
  dataDir: string;
  environment: Record<string, string>;
  limits: ProcessLimits;
  journal: Journal;
}

const runtimeFolder = fileURLToPath(new URL("./runtime", import.meta.url));

function denoArguments({ settings, folder, limits }: LaunchPlan): string[] {
  const readable = [folder, dirname(settings.entrypoint), runtimeFolder, ...sharedFolders];
  const assignment: Assignment = {
    entrypoint: pathToFileURL(settings.entrypoint).href,
    cpuMilliseconds: limits.cpu,
    memoryBytes: limits.memoryMegabytes * 1_048_576,
  };
  return [
    "run",
    ...offlineFlags(settings.config),
    "--no-prompt",
    `--v8-flags=--max-old-space-size=${limits.memoryMegabytes}`,
    "--allow-net",
    "--allow-env",
    `--allow-read=${readable.join(",")}`,
    join(runtimeFolder, "supervisor.ts"),
    JSON.stringify(assignment),
  ];
}

/** V8 ends the process by one of these when the heap is full. */
const outOfMemorySignals = new Set<NodeJS.Signals | null>(["SIGTRAP", "SIGABRT", "SIGILL"]);

/**
 * Starts Deno for one function. It is in a process group of its own, so that Ctrl-C reaches only the stack, and it
 * ends by itself when the stack's process is gone, even by SIGKILL: its IPC channel closes then.
 */
export function startProcess(plan: LaunchPlan): FunctionProcess {
  const { settings, journal, limits } = plan;
  const child = spawn(denoBinary(), denoArguments(plan), {
    cwd: plan.folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...denoEnvironment(join(plan.dataDir, "deno")),
      ...plan.environment,
      SUPABASE_FUNCTION_SLUG: settings.name,
      SB_EXECUTION_ID: randomUUID(),
    } as Environment as NodeJS.ProcessEnv,
  });
  let cause: Ending | undefined;
  const agent = new Agent({ keepAlive: true });
  const ended = new Promise<Ending>((done) => {
    child.once("error", () => done("boot"));
    child.once("close", (_code, signal) =>
      done(cause ?? (outOfMemorySignals.has(signal) ? "memory" : "killed")),
    );
  });
  function end(why: Ending) {
    cause ??= why;
    child.kill("SIGKILL");
  }
  const shift = openShift(limits, end);
  const port = new Promise<number>((ready, refuse) => {
    const late = setTimeout(() => end("boot"), limits.boot);
    ended
      .then(() => refuse(new Error("The function ended before it listened")))
      .finally(() => clearTimeout(late));
    child.on("message", (notice: Notice) => {
      if (notice.kind === "background") return shift.setBackground(notice.open);
      if (notice.kind === "ready") {
        clearTimeout(late);
        return ready(notice.port);
      }
      cause ??= notice.cause;
      journal.write(settings.name, "runtime", notice.detail);
    });
  });
  port.catch(() => {});
  const receipts: FunctionProcess["receipts"] = new Map();
  if (child.stdout)
    createInterface({ input: child.stdout }).on("line", (line) => {
      const receipt = line.startsWith(beginMark) ? receipts.get(line.slice(beginMark.length)) : undefined;
      if (receipt) receipt.isBegun = true;
      else if (!line.startsWith(beginMark)) journal.write(settings.name, "info", line);
    });
  if (child.stderr)
    createInterface({ input: child.stderr }).on("line", (line) =>
      journal.write(settings.name, "error", line),
    );
  ended.then((why) => {
    shift.stop();
    agent.destroy();
    if (why !== "done" && why !== "stopped")
      journal.write(settings.name, "runtime", `The process ended: ${why}`);
  });
  const running = () => child.exitCode === null && child.signalCode === null && cause === undefined;
  return { pid: child.pid ?? 0, agent, shift, port, ended, receipts, running, end };
}
