import type { IncomingMessage, ServerResponse } from "node:http";
import type { SealedPage } from "./seal.ts";

/** How a browser takes a page: pressed by the better of two ways, or as it is. */
export function encodingFor(accepted: string | undefined): keyof SealedPage["bodies"] {
  const wishes = (accepted ?? "").toLowerCase().split(",");
  const takes = (name: string) =>
    wishes.some((wish) => {
      const [coding, quality] = wish.split(";").map((part) => part.trim());
      return coding === name && !/^q=0(\.0*)?$/.test(quality ?? "");
    });
  return takes("br") ? "br" : takes("gzip") ? "gzip" : "identity";
}

/** Whether the browser has this page already; weakly compared, as RFC 9110 has it for this header. */
export function hasAlready(known: string | undefined, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return (known ?? "").split(",").some((tag) => tag.trim() === "*" || plain(tag) === plain(etag));
}

/** Sends a page, or that it has not changed. Nobody keeps it without asking whether it is still the same. */
export function sendPage(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { bodies, policy, etag }: SealedPage,
  status = 200,
): void {
  response.setHeader("content-security-policy", policy);
  response.setHeader("vary", "accept-encoding, accept-language, cookie");
  response.setHeader("cache-control", "no-cache");
  if (status === 200) response.setHeader("etag", etag);
  if (status === 200 && hasAlready(headers["if-none-match"], etag)) {
    response.writeHead(304).end();
    return;
  }
  const encoding = encodingFor(headers["accept-encoding"]);
  const body = bodies[encoding];
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "content-length": body.length });
  // Of an answer to HEAD, Node sends the headers alone.
  response.end(body);
}
