import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import { fromDatabase } from "../errors.ts";
import { type ThemeTemplate, themeTemplateSchema } from "./schema.ts";

/** A theme template by its key, or null. */
export async function findTheme(db: SupabaseClient<Database>, key: string): Promise<ThemeTemplate | null> {
  const { data, error } = await db
    .from("theme_templates")
    .select("key, names, image_prompt, video_prompt, music_prompt, background_color")
    .eq("key", key)
    .maybeSingle();
  if (error) throw fromDatabase(error);
  return data && themeTemplateSchema.parse(data);
}
