import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Service, StackContext } from "../service.ts";
import { refuseWithoutKey } from "./access.ts";
import { addCorsHeaders, isPreflight, preflightAnswer } from "./cors.ts";
import { BodyTooLarge, sendResponse, toRequest } from "./exchange.ts";
import { welcomePage } from "./welcome.ts";

const megabyte = 1024 * 1024;

/** Storage limits uploads itself, by bucket. */
const maxBodyBytes: Record<Service["prefix"], number> = {
  auth: megabyte,
  rest: 32 * megabyte,
  realtime: 4 * megabyte,
  functions: 32 * megabyte,
  storage: Number.POSITIVE_INFINITY,
};

function prefixOf(path: string): string | undefined {
  return /^\/([a-z]+)\/v1(?:\/|$)/.exec(path)?.[1];
}

/**
 * Serves every part of the platform on `127.0.0.1:<apiPort>` under Supabase's paths. Stands in for the hosted API
 * gateway: routing, API keys, CORS, WebSocket upgrades. Unlike hosted there is no rate limit and no TLS.
 * Rejects when the port cannot be had.
 */
export async function createGateway(
  context: StackContext,
  services: Service[],
): Promise<{ stop(): Promise<void> }> {
  const { config, keys, log } = context;
  const byPrefix = new Map<string, Service>(services.map((service) => [service.prefix, service]));

  async function route(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.pathname === "/") return welcomePage(config);
    const service = byPrefix.get(prefixOf(url.pathname) ?? "");
    if (!service) return Response.json({ message: "no Route matched with those values" }, { status: 404 });
    // A function answers its own preflights on the hosted platform, and must do so here.
    if (isPreflight(request) && service.prefix !== "functions") return preflightAnswer(request);
    const headers = new Headers(request.headers);
    const refused = refuseWithoutKey(service.prefix, url, headers, keys);
    if (refused) return refused;
    const hasNewKey = headers.get("apikey") !== request.headers.get("apikey");
    return service.handle(hasNewKey ? new Request(request, { headers }) : request);
  }

  function failure(error: unknown, path: string, requestId: string): Response {
    const cause = (error as Error)?.cause;
    if (error instanceof BodyTooLarge || cause instanceof BodyTooLarge)
      return Response.json({ message: "The request body is too large" }, { status: 413 });
    log("gateway", "a part failed", {
      path,
      requestId,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return Response.json({ message: "An unexpected error occurred", request_id: requestId }, { status: 500 });
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const requestId = crypto.randomUUID();
    const left = new AbortController();
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) left.abort();
    });
    const path = (incoming.url ?? "/").split("?")[0] ?? "/";
    const prefix = prefixOf(path);
    let response: Response;
    try {
      const limit = maxBodyBytes[prefix as Service["prefix"]] ?? megabyte;
      if (Number(incoming.headers["content-length"] ?? 0) > limit) throw new BodyTooLarge();
      response = await route(toRequest(incoming, config.apiUrl, left.signal, limit));
    } catch (error) {
      if (left.signal.aborted) return;
      response = failure(error, path, requestId);
    }
    const headers = new Headers(response.headers);
    if (prefix !== "functions") addCorsHeaders(headers);
    headers.set("x-request-id", headers.get("x-request-id") ?? requestId);
    // An answer that does not wait for the whole upload must not leave the rest of it on a reused connection.
    if (!incoming.complete) headers.set("connection", "close");
    await sendResponse(response, headers, outgoing, incoming.method === "HEAD");
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error) => {
      log("gateway", "an answer broke off", { path: incoming.url?.split("?")[0], error: String(error) });
      outgoing.destroy();
    });
  });
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (incoming, socket, head) => {
    const service = byPrefix.get(prefixOf(incoming.url?.split("?")[0] ?? "") ?? "");
    if (!service?.upgrade) {
      socket.end("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
      return;
    }
    upgraded.add(socket);
    socket.on("close", () => upgraded.delete(socket));
    socket.on("error", () => socket.destroy());
    service.upgrade(incoming, socket, head);
  });
  // Uploads and long polls may take longer than Node's default of five minutes.
  server.requestTimeout = 0;
  server.headersTimeout = 60_000;
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.apiPort, "127.0.0.1", resolve);
  });
  return {
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of upgraded) socket.destroy();
      server.closeAllConnections();
      await closed;
    },
  };
}
