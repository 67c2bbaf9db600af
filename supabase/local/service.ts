import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type postgres from "postgres";
import type { StackConfig } from "./config.ts";
import type { Keyring } from "./keyring.ts";

/** What every part behind the gateway is given when it starts. */
export interface StackContext {
  config: StackConfig;
  keys: Keyring;
  /** Superuser pool of the embedded database. Act for a caller through `asCaller` (caller.ts), never directly. */
  sql: postgres.Sql;
  /** Structured line on the stack's log; `detail` must be free of secrets. */
  log(part: string, message: string, detail?: Record<string, unknown>): void;
}

/** One part of the platform behind the gateway, for example Storage. */
export interface Service {
  /** First path segment that it serves: `/<prefix>/v1/...`. */
  prefix: "rest" | "auth" | "storage" | "realtime" | "functions";
  /** Answers one HTTP request. `request.url` keeps the full path. CORS is the gateway's work. */
  handle(request: Request): Promise<Response>;
  /** Takes over a WebSocket upgrade, where the part speaks WebSocket. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every connection, timer and child process of this part. */
  stop(): Promise<void>;
}
