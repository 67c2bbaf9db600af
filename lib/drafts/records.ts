import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { withAddresses } from "./addresses.ts";
import { draftFiles } from "./files.ts";
import { type Draft, draftSchema } from "./schema.ts";

const draftRecordSchema = draftSchema.omit({
  thumbnail_url: true,
  music_url: true,
  cover_url: true,
  poster_url: true,
  logo_url: true,
});

/** Drafts as the database answers them, with signed addresses of their files. */
export async function toDrafts(db: SupabaseClient<Database>, records: unknown): Promise<Draft[]> {
  return withAddresses(db, draftFiles, z.array(draftRecordSchema).parse(records));
}
