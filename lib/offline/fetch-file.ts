/** Published files are named by their SHA-256. */
const nameOfContent = /\/([0-9a-f]{64})\.\w+$/;

/** A file came, but is not what was asked for: a page to sign in to a network, or half of it. */
export class WrongFile extends Error {}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Fetches a file and puts it among the kept ones, unless it is there. Returns its text where it is a script or a style, else "".
 * Throws `WrongFile` when it is not the file, `QuotaExceededError` when the device is full, else as `fetch` does.
 */
export async function fetchFile(url: string, files: Cache, signal: AbortSignal): Promise<string> {
  const isText = /\.(js|css)$/.test(url);
  const kept = await files.match(url);
  if (kept?.ok) return isText ? kept.text() : "";
  const answer = await fetch(url, { signal });
  if (!answer.ok || answer.redirected) throw new WrongFile(`${url} answered ${answer.status}`);
  const type = answer.headers.get("content-type") ?? "";
  const bytes = await answer.arrayBuffer();
  const expected = url.match(nameOfContent)?.[1];
  const isRight = expected
    ? (await sha256(bytes)) === expected
    : bytes.byteLength > 0 && !type.includes("html");
  if (!isRight) throw new WrongFile(`${url} is not what its name says`);
  // Nothing but the file and its type: a stored answer must not be older or younger than another.
  await files.put(url, new Response(bytes, { headers: { "content-type": type } }));
  return isText ? new TextDecoder().decode(bytes) : "";
}
