import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { freshWord } from "../fixtures/fresh-word.ts";
import { fetchPicture } from "../fixtures/pictures.ts";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { call } from "../fixtures/studio.ts";
import { database, newEducator, stack } from "../setup/stack.ts";

let word: string;
let open: string;
let quiet: string;
let picture: Uint8Array<ArrayBuffer>;

const at = (path: string) => new URL(path, stack().status.studioUrl).href;
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(at(path), { redirect: "manual", headers: { "accept-language": "de", ...headers } });
const read = async (path: string) => (await ask(path)).text();

beforeAll(async () => {
  const { id } = await newEducator();
  word = freshWord();
  picture = new Uint8Array(
    await sharp({ create: { width: 64, height: 64, channels: 3, background: "#ff0000" } })
      .webp()
      .toBuffer(),
  );
  const put = () =>
    putUniverse({ sql: database(), ...stack().status }, id, {
      name: `Bees </script> & ${word}`,
      languages: ["en", "de"],
      cards: [{ names: { en: "bee", de: "Biene" }, picture }],
    });
  open = await put();
  const before = await put();
  const [row] = await database()`
    update public.universes set visibility = 'unlisted' where slug = ${before} returning slug`;
  quiet = row?.slug;
});

describe("what is public, and nothing else,", () => {
  it("is found by its words through the API", async () => {
    const { items, total } = await (
      await fetch(at(`/api/universes?search=BIENE+${word}&language=de`))
    ).json();
    expect([items.map(({ slug }: { slug: string }) => slug), total]).toEqual([[open], 1]);
  });

  it("stands on the shelf, which is whole without a script", async () => {
    const page = await read(`/explore?search=${word}`);
    expect(page).toContain("1 Welt");
    expect([page.includes(`href="/u/${open}"`), page.includes(quiet)]).toEqual([true, false]);
    // What React would put in its place later stands in a template or a hidden part.
    expect(page.slice(0, page.indexOf(`href="/u/${open}"`))).not.toMatch(/<div hidden(=""|) id="S:/);
  });

  it("is found by how many cards it has", async () => {
    const found = async (size: string) => {
      const page = await read(`/explore?search=${word}&size=${size}`);
      const { total } = await (await ask(`/api/universes?search=${word}&size=${size}`)).json();
      return [page.includes(`href="/u/${open}"`), total];
    };
    expect([await found("short"), await found("long")]).toEqual([
      [true, 1],
      [false, 0],
    ]);
    expect((await ask("/api/universes?size=1")).status).toBe(422);
  });

  it("is in the map for search engines, until it is taken back", async () => {
    const map = () => read("/sitemap.xml");
    await vi.waitFor(async () => expect(await map()).toContain(`/u/${open}<`), {
      timeout: 60_000,
      interval: 300,
    });
    expect(await map()).not.toContain(quiet);
    expect(await read("/robots.txt")).toContain(`Sitemap: ${at("/sitemap.xml")}`);
    await database()`update public.universes set visibility = 'private' where slug = ${open}`;
    await vi.waitFor(async () => expect(await map()).not.toContain(`/u/${open}<`), {
      timeout: 60_000,
      interval: 300,
    });
    await database()`update public.universes set visibility = 'public' where slug = ${open}`;
    await vi.waitFor(async () => expect((await ask(`/u/${open}`)).status).toBe(200), {
      timeout: 60_000,
      interval: 300,
    });
  });
});

describe("a link to a universe", () => {
  it("is shown with its name, what is in it, and a picture that every messenger takes", async () => {
    const page = await read(`/u/${open}`);
    expect(page).toContain(`<link rel="canonical" href="${at(`/u/${open}`)}"/>`);
    expect(page).toMatch(/<meta name="description" content="1 Bildkarte[^"]*Biene\."/);
    const image = page.match(/property="og:image" content="([^"]+)"/)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const { width, height, format } = await fetchPicture(image);
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "jpeg" });
    const etag = (await fetch(image)).headers.get("etag") ?? "";
    expect((await fetch(image, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await ask("/u/nowhere/picture.jpg")).status).toBe(404);
  });

  it("tells search engines what it is, and lets nothing of its name out of that", async () => {
    const page = await read(`/u/${open}`);
    const json = page.match(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s)?.[1] ?? "";
    expect(JSON.parse(json)).toMatchObject({
      "@type": "LearningResource",
      name: `Bees </script> & ${word}`,
      inLanguage: ["en", "de"],
      keywords: "Biene",
    });
  });

  it("asks not to be found where it is secret", async () => {
    const page = await read(`/u/${quiet}`);
    expect(page).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(page).not.toContain("application/ld+json");
  });
});

describe("the pages around a universe", () => {
  const pagesOf = (slug: string) => [`/embed/${slug}`, `/u/${slug}/print`, `/u/${slug}/share`];

  it("are there where it is, secret ones too, and ask not to be found", async () => {
    for (const path of [...pagesOf(open), ...pagesOf(quiet)]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).toContain('<meta name="robots" content="noindex, nofollow"/>');
    }
    for (const path of pagesOf("nowhere")) expect([path, (await ask(path)).status]).toEqual([path, 404]);
  });

  it("move with it", async () => {
    const { id } = await newEducator();
    const before = await putUniverse({ sql: database(), ...stack().status }, id, {
      name: "Moving bees",
      languages: ["en"],
      cards: [{ names: { en: "bee" }, picture }],
    });
    const after = `moved-${freshWord()}`;
    await database()`update public.universes set slug = ${after} where slug = ${before}`;
    const moved = await Promise.all(pagesOf(before).map((path) => ask(path)));
    expect(
      moved.map(({ status, headers }) => [status, new URL(headers.get("location") ?? "", at("/")).pathname]),
    ).toEqual(pagesOf(after).map((path) => [308, path]));
  });

  it("are gone with it at once, for everybody", async () => {
    const owner = await newEducator();
    const taken = await putUniverse({ sql: database(), ...stack().status }, owner.id, {
      name: "Bees that fly away",
      languages: ["en"],
      cards: [{ names: { en: "bee" }, picture }],
    });
    const statuses = () => Promise.all(pagesOf(taken).map(async (path) => (await ask(path)).status));
    expect(await statuses()).toEqual([200, 200, 200]);
    const show = (visibility: string) => call(owner, "PATCH", `/api/universes/${taken}`, { visibility });
    expect((await show("private")).status).toBe(200);
    expect(await statuses()).toEqual([404, 404, 404]);
    expect((await show("public")).status).toBe(200);
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  it("lead nowhere from a frame, also where there is nothing", async () => {
    const page = await ask("/embed/nowhere");
    expect([page.status, (await page.text()).match(/<a [^>]*href=/g)]).toEqual([404, null]);
    expect(await read("/u/nowhere")).toContain('href="/explore"');
  });

  it("come from memory where they are the same for all", async () => {
    let etag = "";
    // A page that is made while the news of its own publication comes in is not kept.
    await vi.waitFor(
      async () => {
        etag = (await ask(`/embed/${quiet}`)).headers.get("etag") ?? "";
        expect((await ask(`/embed/${quiet}`, { "if-none-match": etag })).status).toBe(304);
      },
      { timeout: 60_000, interval: 300 },
    );
    expect((await ask(`/embed/${quiet}`, { "x-page-key": "guessed" })).status).toBe(404);
    expect((await ask(`/u/${quiet}`, { "if-none-match": etag })).status).toBe(200);
  });

  it("may be framed by others only where that is what they are for", async () => {
    const framers = async (path: string) =>
      (await ask(path)).headers.get("content-security-policy")?.match(/frame-ancestors ([^;]+)/)?.[1];
    expect(await framers(`/embed/${open}`)).toBe("*");
    expect(await framers("/embed/nowhere")).toBe("*");
    for (const path of [`/u/${open}`, `/u/${open}/print`, `/u/${open}/share`, "/explore", "/embed/nowhere/x"])
      expect([path, await framers(path)]).toEqual([path, "'none'"]);
  });
});
