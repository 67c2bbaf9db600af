import { createHash } from "node:crypto";
import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { languages } from "../contract/languages.ts";
import { fromDatabase } from "../errors.ts";
import { refuseUnsuitable } from "../moderation/refuse-unsuitable.ts";
import { mediaUrl, readContent } from "./content.ts";
import {
  type EditUniverse,
  type ShelfQuery,
  type ShelfTheme,
  shelfThemeSchema,
  type Universe,
  type UniverseState,
  type UniverseSummary,
  universeStateSchema,
  universeSummarySchema,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

/** The current release of a public or unlisted universe with its cards, or null. */
export async function findUniverse(db: Db, slug: string): Promise<Universe | null> {
  const { data, error } = await db.rpc("get_universe", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return data === null ? null : readContent(data, () => mediaUrl);
}

/** A word that changes with everything that is shown of a universe; null where there is none at this address. */
export async function findMark(db: Db, slug: string): Promise<string | null> {
  const { data, error } = await db.rpc("get_universe", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return data === null ? null : createHash("sha256").update(JSON.stringify(data)).digest("base64url");
}

const summaryRecordSchema = universeSummarySchema
  .omit({ thumbnail_url: true, cover_url: true })
  .extend({ thumbnail_path: z.string().nullable(), cover_path: z.string().nullable() });

/** Public universes that fit, with how many there are in all. */
export async function listUniverses(
  db: Db,
  { skip, limit, search, language, theme, size, sort, reader }: ShelfQuery,
): Promise<{ items: UniverseSummary[]; total: number }> {
  const { data, error } = await db.rpc("list_universes", {
    p_skip: skip,
    p_limit: limit,
    ...(search ? { p_search: search } : {}),
    ...(language ? { p_language: language } : {}),
    ...(theme ? { p_theme: theme } : {}),
    ...(size ? { p_size: size } : {}),
    ...(sort ? { p_sort: sort } : {}),
    ...(reader ? { p_reader: reader } : {}),
  });
  if (error) throw fromDatabase(error);
  const found = z.object({ items: z.array(summaryRecordSchema), total: z.number() }).parse(data);
  return {
    total: found.total,
    items: found.items.map(({ thumbnail_path, cover_path, ...summary }) => ({
      ...summary,
      cover_url: mediaUrl(cover_path),
      thumbnail_url: mediaUrl(thumbnail_path),
    })),
  };
}

/** The themes of which there are public universes, in their order. */
export async function listShelfThemes(db: Db): Promise<ShelfTheme[]> {
  const { data, error } = await db.rpc("list_shelf_themes");
  if (error) throw fromDatabase(error);
  return z.array(shelfThemeSchema).parse(data);
}

/** Where the public universes are, newest first, as many as one sitemap may name. */
export async function listPublicAddresses(db: Db): Promise<{ slug: string; published_at: string }[]> {
  const { data, error } = await db.rpc("list_public_addresses");
  if (error) throw fromDatabase(error);
  return z.array(z.object({ slug: z.string(), published_at: z.string() })).parse(data);
}

/** The present address of a public or unlisted universe that has, or had, this one; null where nobody is. */
export async function findAddress(db: Db, slug: string): Promise<string | null> {
  const { data, error } = await db.rpc("find_address", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return data;
}

/** Whether a published file belongs to a universe that can be seen. */
export async function isFileShown(db: Db, path: string): Promise<boolean> {
  const { data, error } = await db.rpc("is_file_shown", { p_path: path });
  if (error) throw fromDatabase(error);
  return data;
}

/**
 * Says who may see a universe, or where it is from now on. Throws `not_found`, `forbidden`, `slug_taken`,
 * `prompt_blocked` for an address that is not for children.
 */
export async function editUniverse(db: Db, slug: string, change: EditUniverse): Promise<UniverseState> {
  if (change.slug) {
    const words = change.slug.replaceAll("-", " ");
    await refuseUnsuitable(db, { slug: words }, languages);
  }
  const { data, error } = await db.rpc("edit_universe", {
    p_slug: slug,
    ...(change.visibility ? { p_visibility: change.visibility } : {}),
    ...(change.slug ? { p_new_slug: change.slug } : {}),
  });
  if (error) throw fromDatabase(error);
  return universeStateSchema.parse(data);
}
