import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

interface Delivery {
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Whether `standardwebhooks` takes it. */
  isGenuine: boolean;
  prediction: Record<string, unknown>;
}

export interface WebhookReceiver {
  url: string;
  deliveries: Delivery[];
  /** What the next deliveries are answered with; 200 once the list is used up. */
  answers: number[];
  /** Resolves when there are that many deliveries. Rejects after `ms`. */
  received(count: number, ms?: number): Promise<Delivery[]>;
  stop(): Promise<void>;
}

function isGenuine(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

/** A web server that keeps every webhook it is sent and checks it as our own functions do. */
export async function receiveWebhooks(secret: string): Promise<WebhookReceiver> {
  const deliveries: Delivery[] = [];
  const answers: number[] = [];
  let wake = () => {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const headers = request.headers as Record<string, string>;
    const prediction = JSON.parse(body);
    const genuine = isGenuine(secret, body, headers);
    deliveries.push({
      path: request.url ?? "",
      headers,
      body,
      isGenuine: genuine,
      prediction,
    });
    const status = answers.shift() ?? 200;
    response.writeHead(status, status >= 300 && status < 400 ? { location: "/moved" } : {}).end();
    wake();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    answers,
    async received(count, ms = 60_000) {
      const deadline = Date.now() + ms;
      while (deliveries.length < count) {
        const left = deadline - Date.now();
        if (left <= 0) throw new Error(`${deliveries.length} of ${count} webhooks came within ${ms} ms`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, left).unref();
        });
      }
      return deliveries;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
