import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { cache } from "react";
import type { Language } from "../contract/languages.ts";
import { shownPages } from "../shown-pages/shown.ts";
import { createPublicClient } from "../supabase/server.ts";
import type { ShelfQuery } from "./schema.ts";
import { pageSize, type ShelfView } from "./shelf-view.ts";
import { findUniverse, isFileShown, listPublicAddresses, listShelfThemes, listUniverses } from "./store.ts";

/** The database tells of every change at once, but the call may be lost: then who asks first after a minute has it renewed. In seconds. */
const healing = { stale: 60, revalidate: 60, expire: 86_400 };

/** For pages that are kept as a whole (lib/shown-pages): what keeps them knows when they have to be made. */
export const readUniverseNow = cache((slug: string) => findUniverse(createPublicClient(), slug));

/**
 * A published universe as everyone sees it. Whether it is still shown, and as what, is known where the pages for children are kept,
 * so one that is hidden or taken back is gone at once from here too. Throws while nobody can say.
 */
export async function readUniverse(slug: string) {
  const found = await shownPages().look(slug);
  return found.kind === "shown" ? readMarked(slug, found.mark) : null;
}

/** Another mark is another key, so nothing that is kept can be older than what is shown of the universe. */
async function readMarked(slug: string, _mark: string) {
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

/** So many universes are asked for at once: whole pages, within what one question may ask for. */
const slice = 4 * pageSize;

/** For pages that are kept as a whole, as `readUniverseNow` is. */
const readUniversesNow = (query: ShelfQuery) => listUniverses(createPublicClient(), query);

/**
 * What somebody sees of the shelf: the pages up to theirs. Slices are asked for one after the other, and none past the end; of the database
 * itself where `isNow`.
 */
export async function readShelf(view: ShelfView, reader: Language, isNow: boolean) {
  const read = isNow ? readUniversesNow : readUniverses;
  const { search, language, theme, size, sort, page } = view;
  const query = {
    ...(search ? { search: search.toLowerCase() } : {}),
    ...(language ? { language } : {}),
    ...(theme ? { theme } : {}),
    ...(size ? { size } : {}),
    ...(sort ? { sort } : {}),
    ...(sort === "name" ? { reader } : {}),
  };
  const wanted = page * pageSize;
  const items = new Map<string, Awaited<ReturnType<typeof readUniverses>>["items"][number]>();
  let total = 0;
  for (let skip = 0; skip < wanted && (skip === 0 || skip < total); skip += slice) {
    const one = await read({ ...query, skip, limit: Math.min(slice, wanted - skip) });
    total = one.total;
    // Slices that were kept at different times may overlap.
    for (const item of one.items) items.set(item.id, item);
  }
  return { items: [...items.values()], total };
}

/** The same of the database itself, for pages that are kept as a whole. */
export const readShelfThemesNow = () => listShelfThemes(createPublicClient());

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
