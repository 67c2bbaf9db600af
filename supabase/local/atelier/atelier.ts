import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { AtelierContext } from "./api/context.ts";
import { createFaultBoard } from "./api/faults.ts";
import { createLedger } from "./api/ledger.ts";
import { viewPrediction } from "./api/prediction-view.ts";
import { createRequestListener } from "./api/router.ts";
import { findModel } from "./models/registry.ts";
import { openJournal } from "./queue/journal.ts";
import { openOutputFiles } from "./queue/output-files.ts";
import { defaultKeepMs } from "./queue/retention.ts";
import { createRunner } from "./queue/runner.ts";
import { createScheduler, type Scheduler } from "./queue/scheduler.ts";
import { createWebhookSender } from "./queue/webhook-sender.ts";

export interface AtelierOptions {
  /** Folder of the journal and the output files. */
  dataDir: string;
  /** 0 picks a free one. */
  port: number;
  /** Signing secret of webhooks (`whsec_...`). */
  webhookSecret: string;
  /** Opens `/control`: fault switches and ledger. For tests. */
  allowFaults?: boolean;
  /** Pictures made at once (default 2). */
  pictures?: number;
  /** How long outputs are kept after the end, in milliseconds (default one hour). */
  keepMs?: number;
  /** Waits before each further try of a final webhook, in milliseconds. */
  webhookRetries?: readonly number[];
  now?: () => number;
  log?: (message: string, detail: Record<string, unknown>) => void;
}

export interface Atelier {
  url: string;
  scheduler: Scheduler;
  stop(): Promise<void>;
}

/**
 * Starts the Atelier on loopback: a stand-in for Replicate's HTTP API whose models run on this machine. It differs in
 * that it has no rate limits of its own, takes any token, calls plain http webhooks, and streams no server-sent events.
 * Rejects when the port is taken.
 */
export async function startAtelier(options: AtelierOptions): Promise<Atelier> {
  const { dataDir, port, webhookSecret, allowFaults = false, pictures = 2, keepMs = defaultKeepMs } = options;
  const { webhookRetries, now = Date.now, log = () => {} } = options;
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const files = openOutputFiles(join(dataDir, "files"));
  const webhooks = createWebhookSender({
    secret: webhookSecret,
    bodyOf: (prediction) => JSON.stringify(viewPrediction(prediction, baseUrl)),
    now,
    ...(webhookRetries ? { retries: webhookRetries } : {}),
  });
  const scheduler = createScheduler({
    journal: openJournal(join(dataDir, "predictions.jsonl")),
    files,
    webhooks,
    runner: createRunner(files, pictures + 1),
    findModel,
    concurrency: { pictures, videos: 1, music: 1, speech: 1, words: 4 },
    keepMs,
    now,
  });
  const control = allowFaults ? { faults: createFaultBoard(), ledger: createLedger(now) } : null;
  const context: AtelierContext = { baseUrl, scheduler, files, webhookSecret, control, keepMs, now };
  server.on("request", createRequestListener(context, log));
  return {
    url: baseUrl,
    scheduler,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await scheduler.stop();
      server.closeAllConnections();
      await closed;
    },
  };
}
