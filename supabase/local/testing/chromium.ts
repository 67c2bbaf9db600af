import { existsSync } from "node:fs";
import { PlainError } from "../message.ts";
import { runProgram } from "./run-program.ts";

/** The shell has no windows to draw, and takes half of the processor time. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path));
}

/**
 * Path of a Chromium for the browser tests, which is installed with apt where there is none and this user may.
 * Throws a message for people otherwise.
 */
export async function requireChromium(signal: AbortSignal): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const advice =
    'The browser tests need Chromium. Install it ("apt-get install chromium-headless-shell"), or name one with CHROMIUM_PATH.';
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new PlainError(advice);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-qq"], { env, signal });
  const packages = ["chromium-headless-shell", "fonts-noto-color-emoji"];
  const args = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  const installed = await runProgram("apt-get", args, { env, signal });
  const path = findChromium();
  if (!path)
    throw new PlainError(`${advice}\napt-get said:\n${installed.output.split("\n").slice(-15).join("\n")}`);
  return path;
}
