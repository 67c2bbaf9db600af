import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Child, launch } from "../../../supabase/local/supervisor.ts";
import type { Draws } from "../random.ts";
import type { WorkerOrders } from "./worker.ts";

const script = fileURLToPath(new URL("worker.ts", import.meta.url));

interface Member {
  child: Child;
  held: number;
  isPaused: boolean;
}

/** Worker processes of which one is always replaced when it is killed. */
export interface Fleet {
  logFolder: string;
  /** SIGKILL to a worker that holds jobs; false when none does at the moment. */
  kill(draws: Draws): boolean;
  /** SIGSTOP to a worker that holds jobs, SIGCONT after so many milliseconds; false when none does at the moment. */
  pause(draws: Draws, milliseconds: number): boolean;
  /** Resolves when nobody is paused any more. */
  untilAllGoOn(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts that many workers. They end with this process, however it ends. */
export function startFleet(
  size: number,
  folder: string,
  orders: Omit<WorkerOrders, "name" | "logFolder">,
): Fleet {
  const logFolder = join(folder, "workers");
  mkdirSync(logFolder, { recursive: true });
  const members = new Set<Member>();
  const pauses = new Set<Promise<void>>();
  let count = 0;
  let isStopping = false;

  function hire(): void {
    const name = `worker-${count}`;
    count += 1;
    const child = launch({
      command: process.execPath,
      args: ["--disable-warning=ExperimentalWarning", script],
      env: { ...process.env, CHAOS_WORKER: JSON.stringify({ ...orders, name, logFolder }) },
      logFile: join(logFolder, `${name}.out`),
      ipc: true,
    });
    const member: Member = { child, held: 0, isPaused: false };
    child.process.on("message", (message) => {
      member.held = (message as { held: number }).held;
    });
    members.add(member);
    child.exited.then(() => {
      members.delete(member);
      if (!isStopping) hire();
    });
  }

  const busy = () =>
    [...members].filter(({ child, held, isPaused }) => held > 0 && !isPaused && child.running());
  for (let index = 0; index < size; index += 1) hire();

  return {
    logFolder,
    kill(draws) {
      const victim = draws.pick(busy());
      if (!victim?.child.process.kill("SIGKILL")) return false;
      victim.held = 0;
      return true;
    },
    pause(draws, milliseconds) {
      const victim = draws.pick(busy());
      if (!victim?.child.process.kill("SIGSTOP")) return false;
      victim.isPaused = true;
      const over = new Promise<void>((done) => setTimeout(done, milliseconds)).then(() => {
        victim.isPaused = false;
        victim.child.process.kill("SIGCONT");
        pauses.delete(over);
      });
      pauses.add(over);
      return true;
    },
    async untilAllGoOn() {
      await Promise.all(pauses);
    },
    async stop() {
      isStopping = true;
      await Promise.all(pauses);
      await Promise.all([...members].map(({ child }) => child.stop()));
    },
  };
}
