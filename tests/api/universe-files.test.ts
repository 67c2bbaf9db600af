import { expect, it, vi } from "vitest";
import type { Plan } from "../../lib/offline/plan.ts";
import { makeWav } from "../fixtures/media.ts";
import { fetchPicture } from "../fixtures/pictures.ts";
import { republish } from "../fixtures/republish.ts";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { call } from "../fixtures/studio.ts";
import { database, newEducator, stack } from "../setup/stack.ts";

const picture = new TextEncoder().encode("a picture of a fox");

async function shown(): Promise<string> {
  const teacher = await newEducator();
  const { apiUrl, secretKey } = stack().status;
  return putUniverse({ sql: database(), apiUrl, secretKey }, teacher.id, {
    name: "Forest",
    languages: ["en"],
    cards: [
      { names: { en: "fox" }, picture, speech: { en: makeWav({ seconds: 0.1 }) } },
      { names: { en: "owl" }, picture },
    ],
  });
}

const files = (slug: string, version = "") =>
  call<Plan | null>(null, "GET", `/u/${slug}/files`, undefined, version ? { "if-none-match": version } : {});

it("a device is told of every file of a universe and how large it is, and then only whether something is new", async () => {
  const slug = await shown();
  const first = await files(slug);
  expect(first.status).toBe(200);
  expect(first.body).toMatchObject({ slug, name: "Forest", release: 1, shared: [] });
  const [fox, owl] = first.body?.cards ?? [];
  expect(fox?.files.map(({ bytes }) => bytes)).toEqual([picture.length, makeWav({ seconds: 0.1 }).length]);
  expect(owl?.files).toEqual(fox?.files.slice(0, 1));
  const url = owl?.files[0]?.url ?? "";
  expect(await (await fetch(new URL(url, stack().status.studioUrl))).text()).toBe("a picture of a fox");

  const version = first.headers.get("etag") ?? "";
  const same = await files(slug, version);
  expect([same.status, same.body]).toEqual([304, null]);
  await republish(database(), slug, "vixen");
  await vi.waitFor(async () => expect((await files(slug, version)).status).toBe(200), { timeout: 60_000 });
  expect((await files(slug)).body).toMatchObject({ release: 2 });
});

it("a device is told when a universe has moved, was taken back, or never was", async () => {
  const slug = await shown();
  await files(slug);
  const moved = `moved-${slug}`;
  await database()`update public.universes set slug = ${moved} where slug = ${slug}`;
  const followed = async () => {
    const answer = await fetch(new URL(`/u/${slug}/files`, stack().status.studioUrl));
    expect(((await answer.json()) as Plan).slug).toBe(moved);
  };
  await vi.waitFor(followed, { timeout: 60_000 });
  await database()`update public.universes set visibility = 'private' where slug = ${moved}`;
  await vi.waitFor(async () => expect((await files(moved)).status).toBe(404), { timeout: 60_000 });
  const gone = await files(moved);
  expect(gone.headers.get("content-type")).toContain("application/problem+json");
  expect((await files("nowhere-at-all")).status).toBe(404);
});

it("the studio can be installed: its manifest is in the reader's language, and every icon is there in its size", async () => {
  const answer = await fetch(new URL("/manifest.webmanifest", stack().status.studioUrl), {
    headers: { "accept-language": "de" },
  });
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ lang: "de", display: "standalone", start_url: "/explore", scope: "/" });
  expect(manifest.shortcuts.map(({ name }: { name: string }) => name)).toContain("Auf diesem Gerät");
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain("maskable");
  for (const { src, sizes } of manifest.icons) {
    const icon = await fetchPicture(new URL(src, stack().status.studioUrl).href);
    expect([icon.format, `${icon.width}x${icon.height}`]).toEqual(["png", sizes]);
  }
});
