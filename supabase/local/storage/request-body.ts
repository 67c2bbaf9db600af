import { setTimeout as sleep } from "node:timers/promises";
import { entityTooLarge, invalidRequest } from "./errors.ts";

const jsonLimit = 1024 * 1024;
const patienceMs = 3000;
const drainLimit = 256 * 1024 * 1024;

/**
 * Pull reader over a request's body: who stops reading early can still have the rest thrown away. A body that another
 * reader holds counts as empty.
 */
export class RequestBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #ended = false;

  constructor(request: Request) {
    this.#reader = request.body?.locked ? undefined : request.body?.getReader();
  }

  /** The next bytes, or undefined at the end. Refuses the request when the client went away before. */
  async read(): Promise<Uint8Array | undefined> {
    if (!this.#reader || this.#ended) return undefined;
    const { done, value } = await this.#reader.read().catch(() => {
      throw invalidRequest("The request ended before its body did");
    });
    if (done) this.#ended = true;
    return done ? undefined : value;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.read(); chunk; chunk = await this.read()) yield chunk;
  }

  /**
   * Reads the rest into nothing, so that a client which is still sending gets to read the refusal instead of a
   * broken connection. Waits for it three seconds at most, and gives up after 256 MiB. Never throws.
   */
  async drain(): Promise<void> {
    if (this.#ended || !this.#reader) return;
    const patience = new AbortController();
    await Promise.race([this.#discard(), sleep(patienceMs, undefined, patience).catch(() => undefined)]);
    patience.abort();
  }

  async #discard(): Promise<void> {
    let left = drainLimit;
    try {
      for (let chunk = await this.read(); chunk && left > 0; chunk = await this.read())
        left -= chunk.byteLength;
      if (!this.#ended) await this.#reader?.cancel();
    } catch {
      // The client is gone, and with it whoever could read the answer.
    }
  }
}

/** The declared number of body bytes, if the request says so. */
export function declaredLength(request: Request): number | undefined {
  const header = request.headers.get("content-length");
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

/** The request's JSON object; an absent body counts as `{}`. Refuses other JSON, broken JSON and more than 1 MiB. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const body = new RequestBody(request);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body.chunks()) {
    size += chunk.byteLength;
    if (size > jsonLimit) {
      await body.drain();
      throw entityTooLarge("request body");
    }
    parts.push(chunk);
  }
  if (size === 0) return {};
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw invalidRequest("Body is not valid JSON");
  }
  throw invalidRequest("body must be object");
}
