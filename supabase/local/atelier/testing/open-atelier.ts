import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Replicate from "replicate";
import type { FaultOrder } from "../api/fault-kinds.ts";
import type { LedgerReport } from "../api/ledger.ts";
import { type Atelier, type AtelierOptions, startAtelier } from "../atelier.ts";
import { receiveWebhooks, type WebhookReceiver } from "./webhook-receiver.ts";

const testSecret = `whsec_${Buffer.from("twenty-four bytes secret").toString("base64")}`;

/** An Atelier on a free port with a folder of its own, a client for it and a receiver of its webhooks. */
export interface OpenAtelier extends AsyncDisposable {
  atelier: Atelier;
  /** The unmodified npm client. */
  client: Replicate;
  receiver: WebhookReceiver;
  order(...faults: FaultOrder[]): Promise<void>;
  ledger(): Promise<LedgerReport>;
  /** A request with a token. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Stops the Atelier and starts one on the same folder. */
  restart(): Promise<void>;
}

/** Opens one; `await using` closes it and removes its folder. */
export async function openAtelier(options: Partial<AtelierOptions> = {}): Promise<OpenAtelier> {
  const dataDir = await mkdtemp(join(tmpdir(), "atelier-"));
  const receiver = await receiveWebhooks(testSecret);
  const start = () =>
    startAtelier({
      dataDir,
      port: 0,
      webhookSecret: testSecret,
      allowFaults: true,
      webhookRetries: [50, 100],
      ...options,
    });
  let atelier = await start();
  const clientFor = () => new Replicate({ auth: "any-token", baseUrl: `${atelier.url}/v1` });
  const opened: OpenAtelier = {
    atelier,
    client: clientFor(),
    receiver,
    call: (path, init = {}) =>
      fetch(new URL(path, atelier.url), {
        ...init,
        headers: { authorization: "Bearer any-token", "content-type": "application/json", ...init.headers },
      }),
    async order(...faults) {
      const response = await opened.call("/control/faults", {
        method: "POST",
        body: JSON.stringify({ faults }),
      });
      if (response.status !== 201) throw new Error(await response.text());
    },
    ledger: async () => (await opened.call("/control/ledger")).json(),
    async restart() {
      await atelier.stop();
      atelier = await start();
      opened.atelier = atelier;
      opened.client = clientFor();
    },
    async [Symbol.asyncDispose]() {
      await atelier.stop();
      await receiver.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return opened;
}
