import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import type { Language } from "../contract/languages.ts";
import { createPublicClient } from "../supabase/server.ts";
import type { ShelfQuery } from "./schema.ts";
import { pageSize, type ShelfView } from "./shelf-view.ts";
import { findUniverse, isFileShown, listPublicAddresses, listShelfThemes, listUniverses } from "./store.ts";

/** The database tells of every change at once, but the call may be lost: then a page is a minute old at most, in seconds. */
const healing = { stale: 60, revalidate: 60, expire: 86_400 };

/** A published universe as everyone sees it, kept until its release changes. */
export async function readUniverse(slug: string) {
  "use cache";
  cacheTag(`universe:${slug}`);
  cacheLife(healing);
  return findUniverse(createPublicClient(), slug);
}

/** Public universes that fit, kept until one is published, changed or withdrawn. */
export async function readUniverses(query: ShelfQuery) {
  "use cache";
  cacheTag("universes");
  cacheLife(healing);
  return listUniverses(createPublicClient(), query);
}

/** What somebody sees of the shelf: the pages up to theirs, each kept by itself, so that leafing on asks for one more. */
export async function readShelf(view: ShelfView, reader: Language) {
  const { search, language, theme, sort, page } = view;
  const query = {
    limit: pageSize,
    ...(search ? { search: search.toLowerCase() } : {}),
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
    ...(sort ? { sort } : {}),
    ...(sort === "name" ? { reader } : {}),
  };
  const pages = await Promise.all(
    Array.from({ length: page }, (_, at) => readUniverses({ ...query, skip: at * pageSize })),
  );
  // Pages that were kept at different times may overlap.
  const items = new Map(pages.flatMap((one) => one.items.map((item) => [item.id, item])));
  return { items: [...items.values()], total: pages.at(-1)?.total ?? 0 };
}

/** The themes of which there are public universes. */
export async function readShelfThemes() {
  "use cache";
  cacheTag("universes");
  cacheLife(healing);
  return listShelfThemes(createPublicClient());
}

/** Where the public universes are, for search engines. */
export async function readPublicAddresses() {
  "use cache";
  cacheTag("universes");
  cacheLife(healing);
  return listPublicAddresses(createPublicClient());
}

/** Whether a published file may be sent: asked once a minute, and anew as soon as something is taken back or hidden. */
export async function readIsFileShown(path: string): Promise<boolean> {
  "use cache";
  cacheTag("media");
  cacheLife({ stale: 0, revalidate: 30, expire: 60 });
  return isFileShown(createPublicClient(), path);
}
