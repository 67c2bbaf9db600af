import { existsSync, readFileSync } from "node:fs";

/**
 * An error whose message is written for the person at the keyboard: what is wrong and what to do. Commands print it
 * without a stack trace and end with exit code 1.
 */
export class PlainError extends Error {
  override name = "PlainError";
}

/** The text to show for any thrown value: the message alone for a PlainError, the stack for a surprise. */
export function describeError(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The end of a log file, for a message; empty when there is no file. */
export function lastLines(file: string, count: number): string {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n") : "";
}
