import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** Thrown while a body is read that is larger than its part allows. */
export class BodyTooLarge extends Error {}

function requestHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const each of value ?? []) if (!name.startsWith(":")) headers.append(name, each);
  return headers;
}

async function* limited(incoming: IncomingMessage, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  // Not destroyed when it is too much, so that the client can still be told.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge(`the body is larger than ${maxBytes} bytes`);
    yield chunk;
  }
}

/**
 * The web `Request` for what came in. Its body streams, limited to `maxBytes`; `signal` aborts when the client leaves
 * before it was answered.
 */
export function toRequest(
  incoming: IncomingMessage,
  origin: string,
  signal: AbortSignal,
  maxBytes: number,
): Request {
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  const init: RequestInit & { duplex?: "half" } = { method, headers: requestHeaders(incoming), signal };
  if (hasBody) {
    const bounded = Number.isFinite(maxBytes) ? Readable.from(limited(incoming, maxBytes)) : incoming;
    init.body = Readable.toWeb(bounded) as unknown as BodyInit;
    init.duplex = "half";
  }
  return new Request(new URL(incoming.url ?? "/", origin), init);
}

/**
 * Sends a web `Response` with these headers, streaming its body at the client's pace. Ends quietly when the client has
 * left.
 */
export async function sendResponse(
  response: Response,
  headers: Headers,
  outgoing: ServerResponse,
  isHead: boolean,
): Promise<void> {
  outgoing.statusCode = response.status;
  if (response.statusText) outgoing.statusMessage = response.statusText;
  for (const [name, value] of headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length) outgoing.setHeader("set-cookie", cookies);
  if (!response.body || isHead) {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
  } catch (error) {
    if (!outgoing.destroyed) outgoing.destroy();
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}
