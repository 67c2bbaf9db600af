import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { StackContext } from "../service.ts";

const rotateAtBytes = 5_000_000;

/** Where the output of functions goes: the stack's log, and a file that outlives the stack. */
export interface Journal {
  /** Records one line: a function's own words, or what the runtime has to say about it. */
  write(name: string, level: "info" | "error" | "runtime", line: string): void;
  close(): Promise<void>;
}

function rotate(file: string) {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > rotateAtBytes) renameSync(file, `${file}.1`);
}

/** Opens `<dataDir>/functions.log`; a file over 5 MB is first moved aside to `functions.log.1`. */
export function openJournal(context: Pick<StackContext, "log" | "config">): Journal {
  const { dataDir } = context.config;
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "functions.log");
  rotate(file);
  const out = createWriteStream(file, { flags: "a" });
  return {
    write(name, level, line) {
      if (line === "") return;
      out.write(`${new Date().toISOString()} ${name} ${level} ${line}\n`);
      context.log("functions", line, { function: name, level });
    },
    close: () => new Promise((done) => out.end(done)),
  };
}
