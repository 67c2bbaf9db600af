import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A page as it is sent, as often as somebody asks for it. */
export interface SealedPage {
  /** The same bytes in each way in which browsers take them. */
  bodies: Record<"br" | "gzip" | "identity", Buffer>;
  policy: string;
  /** Changes with every letter of the page and of its policy. */
  etag: string;
}

/** Names the text of a script or style as a security policy does. */
export const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What of a page may run: hashes as a security policy writes them. */
export interface Allowed {
  scripts: string[];
  styles: string[];
}

/**
 * Turns a page that was made for one answer into one for all of them: of the scripts and styles in its text, those that carry
 * the nonce of that answer are named by their hash, and the nonce goes. What carries none, because somebody smuggled it in, is not named
 * and does not run.
 */
export function readAllowed(html: string, nonce: string): Allowed & { html: string } {
  // Data of a page says in bytes how long its parts are, so that the nonce goes from there by as many noughts.
  const noughts = "0".repeat(nonce.length);
  const plain = (text: string) => text.replaceAll(` nonce="${nonce}"`, "").replaceAll(nonce, noughts);
  const allowed: Allowed = { scripts: [], styles: [] };
  // React writes "<" in attributes and in data as an entity or an escape, so a tag is a tag.
  for (const [, tag, attributes = "", text = ""] of html.matchAll(
    /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g,
  )) {
    const isOurs = attributes.includes(` nonce="${nonce}"`);
    if (!isOurs || / src=/.test(attributes)) continue;
    allowed[tag === "script" ? "scripts" : "styles"].push(hashOf(plain(text)));
  }
  const unique = (hashes: string[]) => [...new Set(hashes)];
  return { html: plain(html), scripts: unique(allowed.scripts), styles: unique(allowed.styles) };
}

const pressBrotli = promisify(brotliCompress);
const pressGzip = promisify(gzip);

/** The page with its policy, pressed once for everybody who will ask for it. */
export async function sealPage(html: string, policy: string): Promise<SealedPage> {
  const identity = Buffer.from(html);
  const [br, gz] = await Promise.all([
    pressBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
    pressGzip(identity, { level: 9 }),
  ]);
  const digest = createHash("sha256").update(policy).update("\n").update(identity).digest("base64url");
  // One name for the same page in three encodings is a weak one.
  return { bodies: { br, gzip: gz, identity }, policy, etag: `W/"${digest.slice(0, 27)}"` };
}

/** The memory that a page takes, in bytes. */
export function bytesOf({ bodies }: SealedPage): number {
  return bodies.br.length + bodies.gzip.length + bodies.identity.length;
}
