import type { IncomingMessage, ServerResponse } from "node:http";
import type { OutputFiles } from "../queue/output-files.ts";
import type { Scheduler } from "../queue/scheduler.ts";
import type { FaultBoard } from "./faults.ts";
import type { Ledger } from "./ledger.ts";

/** What the doors of the Atelier are given. */
export interface AtelierContext {
  /** Origin under which clients reach this server. */
  baseUrl: string;
  scheduler: Scheduler;
  files: OutputFiles;
  /** Signing secret of webhooks (`whsec_...`). */
  webhookSecret: string;
  /** Null unless fault switches were allowed at start. */
  control: { faults: FaultBoard; ledger: Ledger } | null;
  keepMs: number;
  now: () => number;
}

/** One request at its door; `parts` are the values of the path's variables. */
export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  parts: string[];
}

export type Door = (context: AtelierContext, call: Call) => void | Promise<void>;
