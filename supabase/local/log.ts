import type { StackContext } from "./service.ts";

/** Writes the stack's log: one JSON object per line with time, part, message and detail. */
export function createLog(
  write: (line: string) => void = (line) => process.stdout.write(line),
): StackContext["log"] {
  return (part, message, detail = {}) => {
    write(`${JSON.stringify({ time: new Date().toISOString(), part, message, ...detail })}\n`);
  };
}
