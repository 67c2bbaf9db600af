import { type Agent, type IncomingMessage, type OutgoingHttpHeaders, request as open } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { requestIdHeader } from "./runtime/messages.ts";

/** A request as it can be sent, more than once when its body is in memory. */
export interface Parcel {
  method: string;
  /** Path and query that the function sees. */
  path: string;
  headers: OutgoingHttpHeaders;
  body: Uint8Array | ReadableStream | null;
  signal: AbortSignal;
}

/** Where a request goes. */
export interface Destination {
  /** Told to the function's process in `requestIdHeader`. */
  id: string;
  port: number;
  agent: Agent;
  /** Milliseconds without a byte in either direction after which the request is given up. */
  idleTimeout: number;
  /** Called once, when the exchange is over in every sense. */
  onClose(): void;
}

/** The function sent nothing for the whole idle timeout. */
export class IdleTimeoutError extends Error {
  override name = "IdleTimeoutError";
}

/** Headers that belong to one connection and are not passed on. */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "te",
  "trailer",
  "expect",
]);
const bodiless = new Set([204, 205, 304]);

function outgoingHeaders(request: Request): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of request.headers) if (!hopByHop.has(name)) headers[name] = value;
  headers.host ??= new URL(request.url).host;
  if (!request.body) delete headers["content-length"];
  return headers;
}

function toResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? "";
    if (!hopByHop.has(name.toLowerCase())) headers.append(name, incoming.rawHeaders[index + 1] ?? "");
  }
  const status = incoming.statusCode ?? 502;
  if (status >= 500 && !headers.has("sb-error-code")) headers.set("sb-error-code", "EDGE_FUNCTION_ERROR");
  headers.set("x-served-by", "supabase-edge-runtime");
  if (bodiless.has(status)) incoming.resume();
  const body = bodiless.has(status) ? null : (Readable.toWeb(incoming) as unknown as BodyInit);
  return new Response(body, { status, statusText: incoming.statusMessage, headers });
}

/** Bodies up to this size are held in memory, so that a request can be repeated. */
const heldBytes = 1_048_576;

/** Makes a request ready to be sent under another path. */
export async function pack(request: Request, path: string): Promise<Parcel> {
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  const isHeld = request.body !== null && length <= heldBytes;
  const body = isHeld ? new Uint8Array(await request.arrayBuffer()) : (request.body as ReadableStream | null);
  return { method: request.method, path, headers: outgoingHeaders(request), body, signal: request.signal };
}

/**
 * Sends one request to a function's server and streams the answer back, without touching content encodings. Rejects
 * with the socket's error when no answer came. A streamed body is not read before the connection stands.
 */
export function exchange({ body, signal, headers, ...parcel }: Parcel, to: Destination): Promise<Response> {
  return new Promise((resolve, reject) => {
    const marked = { ...headers, [requestIdHeader]: to.id };
    const outgoing = open({ host: "127.0.0.1", port: to.port, agent: to.agent, headers: marked, ...parcel });
    const abort = () => outgoing.destroy(new Error("The caller went away"));
    signal.addEventListener("abort", abort, { once: true });
    outgoing.setTimeout(to.idleTimeout, () => outgoing.destroy(new IdleTimeoutError()));
    outgoing.on("response", (incoming) => resolve(toResponse(incoming)));
    outgoing.on("error", reject);
    outgoing.on("close", () => {
      signal.removeEventListener("abort", abort);
      to.onClose();
    });
    function send() {
      if (body === null || body instanceof Uint8Array) outgoing.end(body ?? undefined);
      else pipeline(Readable.fromWeb(body), outgoing).catch(reject);
    }
    outgoing.on("socket", (socket) => {
      if (socket.connecting) socket.once("connect", send);
      else send();
    });
  });
}
