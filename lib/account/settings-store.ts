import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import { usualPieces } from "../contract/jobs.ts";
import { fromDatabase } from "../errors.ts";
import {
  type AccountChange,
  type SessionList,
  sessionListSchema,
  type Usage,
  usageSchema,
} from "./settings-schema.ts";

type Db = SupabaseClient<Database>;

/** Changes one's own name or language. */
export async function updateAccount(
  db: Db,
  userId: string,
  { name, language }: AccountChange,
): Promise<void> {
  const { error } = await db
    .from("profiles")
    .update({ ...(name ? { display_name: name } : {}), ...(language ? { language } : {}) })
    .eq("id", userId);
  if (error) throw fromDatabase(error);
}

/** Where the caller is signed in, this session first. */
export async function listSessions(db: Db): Promise<SessionList> {
  const { data, error } = await db.rpc("list_sessions");
  if (error) throw fromDatabase(error);
  return sessionListSchema.parse(data);
}

/** What the caller has used and has left of requests and credits. */
export async function getUsage(db: Db): Promise<Usage> {
  const { data, error } = await db.rpc("get_usage", { p_pieces: [...usualPieces] });
  if (error) throw fromDatabase(error);
  return usageSchema.parse(data);
}
