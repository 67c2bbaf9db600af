import { AppError } from "./errors.ts";

/** The largest JSON body that a door reads, in bytes. */
const maxBodyBytes = 1_048_576;

/** The query string; a key that comes more than once is a list. */
export function readQuery(request: Request): Record<string, string | string[]> {
  const query = new Map<string, string | string[]>();
  for (const [key, value] of new URL(request.url).searchParams) {
    const before = query.get(key);
    if (Array.isArray(before)) before.push(value);
    else query.set(key, before === undefined ? value : [before, value]);
  }
  return Object.fromEntries(query);
}

/** The body as it comes, of at most so many bytes. Throws `payload_too_large`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw new AppError("payload_too_large");
  let size = 0;
  const chunks: Uint8Array[] = [];
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AppError("payload_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as JSON, `{}` when there is none. Throws `payload_too_large` and `bad_request`. */
export async function readBody(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, maxBodyBytes));
  if (text.trim() === "") return {};
  try {
    // A lone \u0000 is JSON but no text that Postgres can keep.
    if (text.includes("\\u0000")) throw new SyntaxError();
    return JSON.parse(text);
  } catch {
    throw new AppError(
      "bad_request",
      "The body is not JSON. Send an object and the header content-type: application/json.",
    );
  }
}
