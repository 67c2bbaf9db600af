import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import type { PageQuery } from "../contract/params.ts";
import { fromDatabase } from "../errors.ts";
import { readContent } from "./content.ts";
import { type Universe, type UniverseSummary, universeSummarySchema } from "./schema.ts";

type Db = SupabaseClient<Database>;

/** Published pictures are served from the studio's own origin; their name is their content, so they never change. */
function mediaUrl(path: string | null): string | null {
  return path && `/media/${path}`;
}

/** The current release of a public or unlisted universe with its cards, or null. */
export async function findUniverse(db: Db, slug: string): Promise<Universe | null> {
  const { data, error } = await db.rpc("get_universe", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return data === null ? null : readContent(data, () => mediaUrl);
}

const summaryRecordSchema = universeSummarySchema
  .omit({ thumbnail_url: true })
  .extend({ thumbnail_path: z.string().nullable() });

/** Public universes, newest first, with how many there are in all. */
export async function listUniverses(
  db: Db,
  { skip, limit }: PageQuery,
): Promise<{ items: UniverseSummary[]; total: number }> {
  const { data, error } = await db.rpc("list_universes", { p_skip: skip, p_limit: limit });
  if (error) throw fromDatabase(error);
  const found = z.object({ items: z.array(summaryRecordSchema), total: z.number() }).parse(data);
  return {
    total: found.total,
    items: found.items.map(({ thumbnail_path, ...summary }) => ({
      ...summary,
      thumbnail_url: mediaUrl(thumbnail_path),
    })),
  };
}

/** Whether a public or unlisted universe has this address. */
export async function hasUniverse(db: Db, slug: string): Promise<boolean> {
  const { data, error } = await db.rpc("has_universe", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return data;
}
