import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { StackContext } from "../service.ts";
import { type Sender, startSender } from "./sender.ts";

let queue: object[];
const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(request.url ?? "");
  response.end();
});
let address: string;
let notify: () => Promise<void>;
let sender: Sender;

beforeEach(async () => {
  // Time stands still for what looks again by the clock: only who is told learns of anything.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  queue = [];
  const answer = async ([text = ""]: TemplateStringsArray) =>
    text.includes("delete from net.http_request_queue") ? queue.splice(0, 200) : [];
  const listen = async (_channel: string, onNotify: () => Promise<void>) => {
    notify = onNotify;
    return { unlisten: async () => {} };
  };
  const sql = Object.assign((...args: unknown[]) => answer(args[0] as TemplateStringsArray), { listen });
  sender = await startSender({ sql, log: vi.fn() } as unknown as StackContext);
});
afterEach(async () => {
  await sender.stop();
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

it("sends what is queued as soon as it is told, all of it, each once", async () => {
  const faults = { drop_percent: 0, duplicate_percent: 0, delay_ms: 0 };
  const request = { method: "GET", headers: null, body: null, timeout_milliseconds: 60_000, ...faults };
  const paths = Array.from({ length: 250 }, (_, index) => `/${index}`);
  queue = paths.map((path, index) => ({ id: String(index), url: address + path, ...request }));
  await notify();
  await expect.poll(() => seen.length).toBe(250);
  expect(new Set(seen)).toEqual(new Set(paths));
  expect(queue).toEqual([]);
});
