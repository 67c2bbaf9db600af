import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** A process that can be recognised later: its id and when it was born, since ids are used again. */
export interface ProcessIdentity {
  pid: number;
  birth: string;
}

function birthOf(pid: number): string | undefined {
  try {
    if (!existsSync("/proc/self/stat"))
      return (
        execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined
      );
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    // The first field after the name is the state; a zombie has ended and only waits for its parent.
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** Identity of a live process, or undefined when none has this id. */
export function identify(pid: number): ProcessIdentity | undefined {
  const birth = birthOf(pid);
  return birth === undefined ? undefined : { pid, birth };
}

/** Whether exactly this process still lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return birthOf(identity.pid) === identity.birth;
}
