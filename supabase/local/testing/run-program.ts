import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Environment, root } from "../config.ts";

/** How a program ended and, where it was caught, what it said. */
export interface Ran {
  code: number | null;
  output: string;
}

/** Path of a program that npm installed. */
export const bin = (name: string) => join(root, "node_modules", ".bin", name);

/** Runs a program of the checkout. Its output is caught, or shown as it comes when `show` is set. */
export function runProgram(
  command: string,
  args: string[],
  options: { env?: Environment; show?: boolean; signal?: AbortSignal } = {},
): Promise<Ran> {
  const { env = {}, show = false, signal } = options;
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      signal,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    child.once("error", (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.once("close", (code) => done({ code, output }));
  });
}
