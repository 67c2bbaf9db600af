import type { SupabaseClient } from "@supabase/supabase-js";

/**
 * Where a published file lies, for people who work on its universe or decide about it: `/media` serves what children can
 * see alone, and they look at what is taken back or hidden too. Null stays null.
 */
export function publishedUrl(db: Pick<SupabaseClient, "storage">, path: string | null): string | null {
  return path && db.storage.from("published").getPublicUrl(path).data.publicUrl;
}
