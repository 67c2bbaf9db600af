import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { readContent } from "../universes/content.ts";
import type { Universe } from "../universes/schema.ts";

type Db = SupabaseClient<Database>;

/** Files of a preview are signed for an hour: a page that is opened again signs them again. */
const signedSeconds = 3600;

/** The draft in the shape of a release, its files signed by whoever may read them. */
async function toUniverse(record: unknown, { storage }: Db): Promise<Universe> {
  return readContent(record, async (paths) => {
    const { data, error } =
      paths.length > 0
        ? await storage.from("draft-media").createSignedUrls(paths, signedSeconds)
        : { data: [], error: null };
    if (error) throw new AppError("database_unavailable", "Storage did not answer.", { cause: error });
    const urls = new Map(data.map(({ path, signedUrl }) => [path, signedUrl]));
    return (path) => (path && urls.get(path)) ?? null;
  });
}

/** A draft that the caller may read as children would see it now, or null. */
export async function findDraftPreview(db: Db, draftId: string): Promise<Universe | null> {
  const { data, error } = await db.rpc("get_draft_preview", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  return data === null ? null : toUniverse(data, db);
}

/**
 * What a secret link shows, or null when it is over. `storage` acts for the product: the visitor has no account, and is
 * given the pictures of this draft alone. Throws `rate_limited`.
 */
export async function findPreview(db: Db, storage: Db, token: string): Promise<Universe | null> {
  const { data, error } = await db.rpc("get_preview", { p_token: token });
  if (error) throw fromDatabase(error);
  return data === null ? null : toUniverse(data, storage);
}

/** Whether a secret link is open. */
export async function hasPreview(db: Db, token: string): Promise<boolean> {
  const { data, error } = await db.rpc("has_preview", { p_token: token });
  if (error) throw fromDatabase(error);
  return data;
}

const secretSchema = z.object({ token: z.string(), expires_at: z.string() });

/** A new secret link for 7 days; its token is in no other answer. Throws `not_found`, `forbidden`, `too_many_people`. */
export async function createPreviewLink(db: Db, draftId: string) {
  const { data, error } = await db.rpc("create_preview_link", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  return secretSchema.parse(data);
}

/** Ends all secret links of a draft. Throws `not_found`, `forbidden`. */
export async function revokePreviewLinks(db: Db, draftId: string): Promise<void> {
  const { error } = await db.rpc("revoke_preview_links", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
}
