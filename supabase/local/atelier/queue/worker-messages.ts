import type { RunEnd } from "./runner.ts";

/** What the server's thread says to a picture thread. */
export type ToWorker =
  | { kind: "run"; model: string; input: Record<string, unknown>; cancelFlag: Int32Array<SharedArrayBuffer> }
  | { kind: "saved"; file: number; reference: string | null };

/** What a picture thread says to the server's thread. */
export type FromWorker =
  | { kind: "log"; line: string }
  | { kind: "output"; value: unknown }
  | { kind: "file"; file: number; name: string; type: string; bytes: Uint8Array }
  | { kind: "end"; end: RunEnd };
