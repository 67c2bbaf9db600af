import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, expect, it, vi } from "vitest";
import { rowNames } from "../fixtures/flight-rows.ts";
import { askPage as ask } from "../fixtures/page-request.ts";
import { republish } from "../fixtures/republish.ts";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { database, newEducator, stack } from "../setup/stack.ts";

let slug: string;
let picturePath: string;

beforeAll(async () => {
  const teacher = await newEducator();
  const { apiUrl, secretKey } = stack().status;
  const create = { width: 1024, height: 1024, channels: 3 as const, background: "#225577" };
  const picture = new Uint8Array(await sharp({ create }).webp().toBuffer());
  slug = await putUniverse({ sql: database(), apiUrl, secretKey }, teacher.id, {
    name: "Forest",
    languages: ["en", "de"],
    cards: [{ names: { en: "fox", de: "Fuchs" }, picture, color: "#225577" }],
  });
  const sha256 = createHash("sha256").update(picture).digest("hex");
  picturePath = `${sha256.slice(0, 2)}/${sha256}.webp`;
  // A page that is made while the news of its own publication comes in is not kept.
  const tag = async () => (await ask(`/u/${slug}`)).headers.etag;
  await vi.waitFor(
    async () => {
      const known = await tag();
      expect([known, await tag()]).toEqual([expect.any(String), known]);
    },
    { timeout: 60_000 },
  );
});

const textOf = async (path: string, headers: Record<string, string> = {}) =>
  (await ask(path, headers)).body.toString();

it.each(["u", "embed"])("the data of a page at /%s is whole, row by row", async (stage) => {
  const names = rowNames(await textOf(`/${stage}/${slug}`));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !/^[0-9a-f]*$/.test(name))).toEqual([]);
});

it("a page for all is pressed, and costs a browser nothing that has it", async () => {
  const plain = await ask(`/u/${slug}`);
  const pressed = await ask(`/u/${slug}`, { "accept-encoding": "gzip, deflate, br" });
  expect([plain.status, pressed.headers["content-encoding"]]).toEqual([200, "br"]);
  expect(brotliDecompressSync(pressed.body).equals(plain.body)).toBe(true);
  expect(plain.body.toString()).toContain("fox");
  const again = await ask(`/u/${slug}`, { "if-none-match": String(plain.headers.etag) });
  expect([again.status, again.body.length, again.headers["content-security-policy"]]).toEqual([
    304,
    0,
    plain.headers["content-security-policy"],
  ]);
  expect((await ask(`/u/${slug}`, {}, "HEAD")).headers.etag).toBe(plain.headers.etag);
  expect((await ask(`/u/${slug}`, {}, "POST")).status).toBe(405);
});

it("names in its policy each script and style that stands in it, and lets no other run", async () => {
  const { headers, body } = await ask(`/u/${slug}`);
  const policy = String(headers["content-security-policy"]);
  // Data for search engines stands in scripts that do not run.
  const inline = [
    ...body.toString().matchAll(/<(script|style)(?![^>]* (?:src|type)=)[^>]*>([\s\S]*?)<\/\1>/g),
  ];
  expect(inline.length).toBeGreaterThan(2);
  for (const [, , text = ""] of inline)
    expect(policy).toContain(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  expect(policy).not.toMatch(/unsafe|nonce/);
});

it("speaks the language of who asks, also where there is nothing", async () => {
  const german = { "accept-language": "de-AT,en;q=0.5" };
  expect(await textOf(`/u/${slug}`, german)).toContain('<html lang="de"');
  expect(await textOf(`/u/${slug}`, { ...german, cookie: "language=fr; theme=dark" })).toMatch(
    /<html lang="fr" data-theme="dark"/,
  );
  for (const path of ["/u/nowhere", "/u/No_Address", `/u/${"a".repeat(101)}`]) {
    const lost = await ask(path, german);
    expect([lost.status, lost.headers.etag], path).toEqual([404, undefined]);
    expect(lost.body.toString()).toContain('<html lang="de"');
  }
});

it("is given by the application itself to nobody but the memory of pages", async () => {
  expect((await ask(`/u/${slug}`, { "x-page-key": "guessed" })).status).toBe(404);
});

it("shows a new release as soon as it is out", async () => {
  await textOf(`/u/${slug}`);
  await republish(database(), slug, "vixen");
  await vi.waitFor(async () => expect(await textOf(`/u/${slug}`)).toContain("vixen"), { timeout: 60_000 });
});

it("sends a picture in the sizes that pages list, and in no others", async () => {
  const small = await ask(`/media/w400/${picturePath}`);
  expect(small.headers).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=300, s-maxage=60, immutable",
  });
  expect((await sharp(small.body).metadata()).width).toBe(400);
  const whole = await ask(`/media/w1280/${picturePath}`);
  expect(whole.body.equals((await ask(`/media/${picturePath}`)).body)).toBe(true);
  const again = await ask(`/media/w400/${picturePath}`, { "if-none-match": String(small.headers.etag) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const unknown = `${"ab"}/${"ab".repeat(32)}`;
  for (const path of [`w401/${picturePath}`, `w400/${unknown}.webp`, `w400/${unknown}.mp4`, "w400/x.webp"])
    expect((await ask(`/media/${path}`)).status, path).toBe(404);
});
