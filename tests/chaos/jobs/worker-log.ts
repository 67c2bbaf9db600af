import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A line of a worker's own log, which lies outside the database and survives the worker. */
export type WorkerLine =
  /** The database said that this completion counts. */
  | { kind: "accepted"; job: string; attempt: number; worker: string }
  /** The database refused a call about this attempt. `wasLost`: an earlier answer to the same call never came. */
  | { kind: "refused"; call: string; job: string; attempt: number; worker: string; wasLost: boolean }
  /** The answer to a call was lost and the call was sent again. */
  | { kind: "resent"; call: string; worker: string }
  /** Two changes met head on, and one of them was done again. */
  | { kind: "conflict"; call: string; code: string; worker: string }
  /** What must not happen. */
  | { kind: "surprise"; call: string; error: string; worker: string };

/** Writes at once, so that a killed worker leaves all that it had said. */
export function writeLine(file: string, line: WorkerLine): void {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** All lines of all workers that logged into this folder. */
export function readLines(folder: string): WorkerLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
