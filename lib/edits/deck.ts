import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import { type Language, languages } from "../contract/languages.ts";
import { fromDatabase } from "../errors.ts";

/** The languages of a draft, in which its words are judged; all five of one that the caller may not see. */
export async function readDeck(db: SupabaseClient<Database>, draftId: string): Promise<readonly Language[]> {
  const { data, error } = await db.from("drafts").select("languages").eq("id", draftId).maybeSingle();
  if (error) throw fromDatabase(error);
  return data?.languages ?? languages;
}
