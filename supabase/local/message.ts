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
