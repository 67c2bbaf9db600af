const maxBytes = 25 * 1024 * 1024;
const patienceMs = 20_000;

/**
 * Reads a file that an input names by URL (http, https) or holds as a data URI. `what` names it in messages, for instance
 * "picture". Throws a message for people when the file cannot be had, is larger than 25 MB or takes more than 20 s, and
 * the signal's reason when that aborts.
 */
export async function readInputFile(
  reference: string,
  what: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const tooLarge = new Error(`The ${what} is larger than ${maxBytes / 1024 / 1024} MB.`);
  if (reference.startsWith("data:")) {
    if (reference.length > maxBytes * 1.4) throw tooLarge;
    const bytes = readDataUri(reference, what);
    if (bytes.byteLength > maxBytes) throw tooLarge;
    return bytes;
  }
  if (!/^https?:\/\//i.test(reference) || !URL.canParse(reference))
    throw new Error(`The ${what} must be an http(s) URL or a data URI.`);
  const timeout = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(reference, {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`The ${what} could not be fetched: its server answered ${response.status}.`);
    }
    return await readBody(response, tooLarge);
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.aborted)
      throw new Error(`The ${what} could not be fetched within ${patienceMs / 1000} seconds.`);
    // fetch() tells of a host that nobody finds or that hangs up by a TypeError of few words.
    if (error instanceof TypeError)
      throw new Error(`The ${what} could not be fetched: its server did not answer.`);
    throw error;
  }
}

async function readBody(response: Response, tooLarge: Error): Promise<Uint8Array> {
  if (Number(response.headers.get("content-length")) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function readDataUri(uri: string, what: string): Uint8Array {
  const comma = uri.indexOf(",");
  if (comma < 0) throw new Error(`The ${what} is not a valid data URI.`);
  const body = uri.slice(comma + 1);
  if (/;base64$/i.test(uri.slice(0, comma))) return Buffer.from(body, "base64");
  const plain = body.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, "latin1");
}
