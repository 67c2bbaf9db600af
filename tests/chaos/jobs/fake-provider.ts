import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One request that was taken and is paid for. */
export interface Sale {
  id: string;
  /** The id of our ledger's row, as it stands in a webhook address. */
  ours: string;
  inputHash: string;
  costMicros: number;
  readyAt: number;
  isCancelled: boolean;
}

/** A provider that makes nothing, takes 50 to 300 ms for it, and counts every request outside the database. */
export interface FakeProvider extends AsyncDisposable {
  url: string;
  sales: Sale[];
}

const priceMicros = 3000;

async function readJson(request: IncomingMessage): Promise<Record<string, string>> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

const show = (sale: Sale) => ({
  id: sale.id,
  status: sale.isCancelled ? "canceled" : Date.now() >= sale.readyAt ? "succeeded" : "processing",
});

/** Opens one on a free port of this machine. */
export async function openFakeProvider(): Promise<FakeProvider> {
  const sales: Sale[] = [];
  const find = (by: "id" | "ours", value: string) => sales.find((sale) => sale[by] === value);

  async function handle(request: IncomingMessage): Promise<unknown> {
    const [, , key = "", verb] = new URL(request.url ?? "", "http://provider").pathname.split("/");
    if (request.method === "GET") {
      const sale = find(key === "by" ? "ours" : "id", key === "by" ? (verb ?? "") : key);
      return sale && show(sale);
    }
    const sale = verb === "cancel" ? find("id", key) : undefined;
    if (sale) {
      sale.isCancelled ||= Date.now() < sale.readyAt;
      return show(sale);
    }
    const { ours = "", inputHash = "" } = await readJson(request);
    const readyAt = Date.now() + 50 + ((sales.length * 37) % 250);
    const made: Sale = {
      id: `sale${sales.length}`,
      ours,
      inputHash,
      costMicros: priceMicros,
      readyAt,
      isCancelled: false,
    };
    sales.push(made);
    return show(made);
  }

  const server = createServer((request, response) => {
    handle(request).then(
      (body) => response.writeHead(body ? 200 : 404).end(JSON.stringify(body ?? null)),
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sales,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
