import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

function commandLine(pid: number): string {
  try {
    if (existsSync("/proc/self/cmdline"))
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** The process id of the Postgres server that runs on this data folder, if one does. */
export function findServer(folder: string): number | undefined {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(`-D ${folder} `) ? pid : undefined;
}

async function ends(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (commandLine(pid) !== "") {
    if (Date.now() > until) return false;
    await new Promise((done) => setTimeout(done, 50));
  }
  return true;
}

/**
 * Clears what a killed stack left on this data folder: ends its Postgres, when the pid file and the running process
 * agree that it serves this folder, and removes a pid file that names no such server.
 */
export async function clearOrphan(folder: string): Promise<void> {
  const pid = findServer(folder);
  if (pid !== undefined) {
    process.kill(pid, "SIGINT");
    if (!(await ends(pid, 10_000))) {
      process.kill(pid, "SIGQUIT");
      await ends(pid, 5000);
    }
  }
  await rm(join(folder, "postmaster.pid"), { force: true });
}
