import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readStackConfig } from "../config.ts";
import type { Keyring } from "../keyring.ts";
import type { Service, StackContext } from "../service.ts";
import { createGateway } from "./server.ts";

/** A new port for each gateway, because fetch keeps connections to the one before. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
let port: number;
let origin: string;
const keys = {
  claimsOfKey: (key: string) => (key === "sb_publishable_x" ? { role: "anon" } : null),
} as unknown as Keyring;
const log = vi.fn();
let handle: (request: Request) => Promise<Response>;
let gateway: { stop(): Promise<void> };

function service(prefix: Service["prefix"], extra: Partial<Service> = {}): Service {
  return { prefix, handle: (request) => handle(request), stop: async () => {}, ...extra };
}

beforeEach(async () => {
  log.mockClear();
  port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const config = readStackConfig({ ...process.env, SUPABASE_PORT: String(port) });
  const context = { config, keys, log } as unknown as StackContext;
  const upgrade: Service["upgrade"] = (_incoming, socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n");
  };
  gateway = await createGateway(context, [
    service("rest"),
    service("functions"),
    service("storage"),
    service("realtime", { upgrade }),
  ]);
});
afterEach(() => gateway.stop());

describe("the gateway", () => {
  it("passes method, path, headers and a streaming body on, and streams the answer back", async () => {
    handle = async (request) => {
      const seen = [request.method, new URL(request.url).pathname, request.headers.get("x-mine")].join(" ");
      const reversed = new TransformStream<Uint8Array, Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode(`${seen}: `)),
      });
      return new Response(request.body?.pipeThrough(reversed), { status: 207, headers: { "x-theirs": "1" } });
    };
    const body = new Blob(["a".repeat(100_000), "b"]).stream();
    const init = { method: "PUT", headers: { "x-mine": "yes" }, body, duplex: "half" };
    const answer = await fetch(`${origin}/storage/v1/a/b?c=d`, init as RequestInit);
    expect([answer.status, answer.headers.get("x-theirs")]).toEqual([207, "1"]);
    expect(await answer.text()).toBe(`PUT /storage/v1/a/b yes: ${"a".repeat(100_000)}b`);
  });

  it("sends the first part of an answer before the last one is there", async () => {
    let finish = () => {};
    handle = async () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode("first"));
            finish = () => {
              controller.enqueue(new TextEncoder().encode("last"));
              controller.close();
            };
          },
        }),
      );
    const reader = (await fetch(`${origin}/functions/v1/slow`)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("first");
    finish();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("last");
  });

  it("tells the part when the client has left, before and during the answer", async () => {
    const cancelled = vi.fn();
    let aborted = false;
    const impatient = new AbortController();
    handle = (request) =>
      new Promise((_resolve, reject) => {
        impatient.abort();
        request.signal.addEventListener("abort", () => {
          aborted = true;
          reject(request.signal.reason);
        });
      });
    await expect(fetch(`${origin}/functions/v1/x`, { signal: impatient.signal })).rejects.toThrow();
    await vi.waitFor(() => expect(aborted).toBe(true), 60_000);
    handle = async () =>
      new Response(
        new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1024)), cancel: () => cancelled() }),
      );
    const leaving = new AbortController();
    await fetch(`${origin}/functions/v1/x`, { signal: leaving.signal });
    leaving.abort();
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalled(), 60_000);
    expect(log).not.toHaveBeenCalled();
  });

  it("answers a crash inside a part with JSON and logs it, once, with the request's id", async () => {
    handle = async () => {
      throw new Error("secret inner workings");
    };
    const answer = await fetch(`${origin}/functions/v1/x`);
    const text = await answer.text();
    expect([answer.status, text.includes("inner workings")]).toEqual([500, false]);
    const { request_id } = JSON.parse(text);
    expect(answer.headers.get("x-request-id")).toBe(request_id);
    expect(log).toHaveBeenCalledExactlyOnceWith(
      "gateway",
      "a part failed",
      expect.objectContaining({ requestId: request_id, error: expect.stringContaining("inner workings") }),
    );
  });

  it("refuses a body that grows past the limit, in the middle of it", async () => {
    handle = async (request) => Response.json({ length: (await request.text()).length });
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      let text = "";
      let sent = 0;
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
      socket.write("POST /realtime/v1/x HTTP/1.1\r\nhost: x\r\napikey: sb_publishable_x\r\n");
      socket.write("transfer-encoding: chunked\r\n\r\n");
      const more = () => {
        if (socket.destroyed || sent > 8 * 1024 * 1024) return;
        sent += 65_536;
        socket.write(`10000\r\n${"x".repeat(65_536)}\r\n`, more);
      };
      more();
    });
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain("connection: close");
    expect(log).not.toHaveBeenCalled();
  });

  it("turns a key in the query into the header that parts read", async () => {
    handle = async (request) =>
      Response.json({ key: request.headers.get("apikey"), body: await request.text() });
    const answer = await fetch(`${origin}/rest/v1/x?apikey=sb_publishable_x`, {
      method: "POST",
      body: "kept",
    });
    expect(await answer.json()).toEqual({ key: "sb_publishable_x", body: "kept" });
  });

  it("leaves CORS to functions, and adds it for all others", async () => {
    handle = async (request) => new Response(null, { status: 204, headers: { "x-asked": request.method } });
    const ask = (path: string) =>
      fetch(origin + path, { method: "OPTIONS", headers: { "access-control-request-method": "POST" } });
    const forFunction = await ask("/functions/v1/x");
    expect([
      forFunction.headers.get("x-asked"),
      forFunction.headers.get("access-control-allow-origin"),
    ]).toEqual(["OPTIONS", null]);
    const forTable = await ask("/rest/v1/x");
    expect([forTable.headers.get("x-asked"), forTable.headers.get("access-control-allow-origin")]).toEqual([
      null,
      "*",
    ]);
  });

  it("keeps several cookies apart", async () => {
    handle = async () =>
      new Response("x", {
        headers: [
          ["set-cookie", "a=1"],
          ["set-cookie", "b=2, c"],
        ],
      });
    const answer = await fetch(`${origin}/functions/v1/x`);
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2, c"]);
  });

  it("ends every socket when it stops, also those that were upgraded", async () => {
    let isAsked = false;
    handle = () => {
      isAsked = true;
      return new Promise(() => {});
    };
    const socket = connect(port, "127.0.0.1");
    const upgraded = new Promise((resolve) => socket.once("data", resolve));
    socket.write(
      "GET /realtime/v1/websocket HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n",
    );
    await upgraded;
    const closed = new Promise((resolve) => socket.once("close", resolve));
    const waiting = fetch(`${origin}/functions/v1/x`).catch(() => "ended");
    await expect.poll(() => isAsked).toBe(true);
    await gateway.stop();
    await closed;
    expect(await waiting).toBe("ended");
  });
});
