import { brotliDecompressSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, expect, it, vi } from "vitest";
import { freshWord } from "../fixtures/fresh-word.ts";
import { askPage as ask } from "../fixtures/page-request.ts";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { database, newEducator, stack } from "../setup/stack.ts";

/** As much of the shelf as one page shows, since other tests put theirs on it as well. */
const shelf = "/explore?page=20";
const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await ask(path, headers)).body.toString();

let name: string;
let slug: string;

beforeAll(async () => {
  const teacher = await newEducator();
  const { apiUrl, secretKey } = stack().status;
  const create = { width: 512, height: 512, channels: 3 as const, background: "#775522" };
  const picture = new Uint8Array(await sharp({ create }).webp().toBuffer());
  name = `Meadow ${freshWord()}`;
  slug = await putUniverse({ sql: database(), apiUrl, secretKey }, teacher.id, {
    name,
    languages: ["en", "de"],
    cards: [{ names: { en: "hare", de: "Hase" }, picture, color: "#775522" }],
  });
});

it("shows what is published as soon as it is out, and no longer than it is", async () => {
  const setVisibility = (visibility: string) =>
    database()`update public.universes set visibility = ${visibility} where slug = ${slug}`;
  await vi.waitFor(async () => expect(await textOf(shelf)).toContain(name), { timeout: 60_000 });
  await setVisibility("private");
  await vi.waitFor(async () => expect(await textOf(shelf)).not.toContain(name), { timeout: 60_000 });
  await setVisibility("public");
  await vi.waitFor(async () => expect(await textOf(shelf)).toContain(name), { timeout: 60_000 });
});

it("is made anew at once when the database says that something has changed", async () => {
  const { studioUrl, secretKey } = stack().status;
  await vi.waitFor(async () => expect(await textOf(shelf)).toContain(name), { timeout: 60_000 });
  // Nobody is told of this, as if it were done by another server.
  await database()`delete from private.shelf where universe_id = (select id from public.universes where slug = ${slug})`;
  const told = await fetch(new URL("/api/revalidate", studioUrl), {
    method: "POST",
    headers: { apikey: secretKey, "content-type": "application/json" },
    body: JSON.stringify({ slug }),
  });
  expect([told.status, (await textOf(shelf)).includes(name)]).toEqual([200, false]);
});

it("is pressed, marked by hashes alone, and costs a browser nothing that has it", async () => {
  // Others publish meanwhile, so that the page may be another one between two questions.
  await vi.waitFor(
    async () => {
      const plain = await ask(shelf);
      const pressed = await ask(shelf, { "accept-encoding": "gzip, br" });
      expect([plain.status, pressed.headers["content-encoding"]]).toEqual([200, "br"]);
      expect(brotliDecompressSync(pressed.body).equals(plain.body)).toBe(true);
      expect(plain.headers["content-security-policy"]).not.toMatch(/unsafe|nonce/);
      const again = await ask(shelf, { "if-none-match": String(plain.headers.etag) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect((await ask(`${shelf}&utm_source=x&size=huge`)).headers.etag).toBe(plain.headers.etag);
    },
    { timeout: 60_000 },
  );
  expect((await ask(shelf, {}, "POST")).status).toBe(405);
});

it("speaks the language of who asks, in their colours", async () => {
  expect(await textOf(shelf, { "accept-language": "de-AT" })).toContain('<html lang="de"');
  expect(await textOf(shelf, { "accept-language": "de", cookie: "language=fr; theme=dark" })).toMatch(
    /<html lang="fr" data-theme="dark"/,
  );
});

it.each<[string, string, Record<string, string>]>([
  ["a search", "/explore?search=hare", {}],
  ["somebody who is signed in", "/explore", { cookie: "language=en; sb-studio-auth-token=x" }],
])("makes a page of its own for %s", async (_, path, headers) => {
  const answer = await ask(path, headers);
  expect([answer.status, answer.headers.etag]).toEqual([200, undefined]);
  expect(answer.headers["content-security-policy"]).toContain("'nonce-");
});

it("gives the application, on its way from page to page, the data of the page", async () => {
  // Next names such requests by what they carry, so that nobody keeps their answers for pages.
  const { headers } = await ask("/explore", { rsc: "1" });
  expect(headers.location).toBe("/explore?_rsc");
  const answer = await ask(String(headers.location), { rsc: "1" });
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/x-component"]);
});
