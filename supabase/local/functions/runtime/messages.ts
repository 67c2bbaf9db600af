/** What the isolate of a function tells its supervisor, and the supervisor tells the stack. */
export type Notice =
  | { kind: "ready"; port: number }
  /** How many promises given to `EdgeRuntime.waitUntil` are still open. */
  | { kind: "background"; open: number }
  | { kind: "ending"; cause: "failed" | "cpu" | "memory"; detail: string };

/** Between isolate and supervisor only: the event loop turned, or has nothing more to do. */
export type Pulse = { kind: "beat"; memoryBytes: number } | { kind: "idle" };

/** What a function's process is started with, as its only argument. */
export interface Assignment {
  /** `file:` URL of the function's entry module. */
  entrypoint: string;
  cpuMilliseconds: number;
  memoryBytes: number;
}

/** Names a request between the stack and the function's process. The function sees it too. */
export const requestIdHeader = "sb-request-id";

/**
 * Begins a line on the standard output that says: the request with this id has reached the function. A request without
 * such a line can be given to another process when this one is killed.
 */
export const beginMark = "\u001e";
