import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { encodingFor, hasAlready } from "./answer.ts";
import { openMemory } from "./memory.ts";
import { readAllowed, sealPage } from "./seal.ts";

const nonce = "0123456789abcdef0123456789abcdef";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

it("names by their hash the scripts and styles that carry the nonce, and no others", () => {
  const page = `<html><head><style nonce="${nonce}" data-x="">html{color:red}</style>
    <script src="/_next/a.js" async="" nonce="${nonce}"></script>
    <script nonce="${nonce}">push("{\\"nonce\\":\\"${nonce}\\"}")</script></head>
    <body><script>smuggled()</script><style>smuggled{}</style></body></html>`;
  const { html, scripts, styles } = readAllowed(page, nonce);
  expect(html).not.toContain(nonce);
  expect(html).toContain("smuggled()");
  // As long as before: the data of a page says how long its parts are.
  const told = `push("{\\"nonce\\":\\"${"0".repeat(32)}\\"}")`;
  expect(scripts).toEqual([hashOf(told)]);
  expect(styles).toEqual([hashOf("html{color:red}")]);
  expect(html).toContain(`<script>${told}</script>`);
});

it("names every script as it stands in the page that is sent", () => {
  const page = `<script nonce="${nonce}">a()</script><script nonce="${nonce}" id="_R_">b("${nonce}")</script>`;
  const { html, scripts } = readAllowed(page, nonce);
  const sent = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = ""]) => hashOf(text));
  expect(scripts).toEqual(sent);
});

it("presses a page without loss, and names it by text and policy", async () => {
  const one = await sealPage("<p>äöü".repeat(500), "default-src 'self'");
  expect(brotliDecompressSync(one.bodies.br).equals(one.bodies.identity)).toBe(true);
  expect(gunzipSync(one.bodies.gzip).equals(one.bodies.identity)).toBe(true);
  expect((await sealPage("<p>äöü".repeat(500), "default-src 'self'")).etag).toBe(one.etag);
  expect((await sealPage("<p>äöü".repeat(500), "default-src 'none'")).etag).not.toBe(one.etag);
});

it.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["gzip;q=0", "identity"],
  [undefined, "identity"],
])("sends to a browser that takes %s the page as %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

it.each([
  ['W/"one"', true],
  ['"two", "one"', true],
  ["*", true],
  ['W/"on"', false],
  [undefined, false],
])("a browser that knows %s has the page: %s", (known, isKnown) => {
  expect(hasAlready(known, 'W/"one"')).toBe(isKnown);
});

it("keeps what was used last within its bounds", () => {
  const memory = openMemory<string>(10);
  memory.set("a", "A", 4);
  memory.set("b", "B", 4);
  memory.get("a");
  memory.set("c", "C", 4);
  expect([memory.get("a"), memory.get("b"), memory.get("c"), memory.bytes]).toEqual(["A", undefined, "C", 8]);
  memory.set("a", "AA", 9);
  expect([memory.get("a"), memory.get("c"), memory.bytes]).toEqual(["AA", undefined, 9]);
});
