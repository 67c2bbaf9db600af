import type { SupabaseClient } from "@supabase/supabase-js";
import type { z } from "zod";
import type { Database, Json } from "../contract/database.types.ts";
import { readDeck } from "../edits/deck.ts";
import { wordsOf } from "../edits/words.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { refuseUnsuitable } from "../moderation/refuse-unsuitable.ts";
import type { editDraftSchema } from "./edit-schema.ts";
import { toDrafts } from "./records.ts";
import type { Draft } from "./schema.ts";

/**
 * Changes a universe. Throws `prompt_blocked`, and `changed_meanwhile` with the fields that somebody else changed; nothing
 * is changed then.
 */
export async function editDraft(
  db: SupabaseClient<Database>,
  draftId: string,
  change: z.output<typeof editDraftSchema>,
): Promise<Draft> {
  const words = wordsOf(change);
  if (Object.keys(words).length > 0)
    await refuseUnsuitable(db, words, change.languages ?? (await readDeck(db, draftId)));
  const { data, error } = await db.rpc("edit_draft", { p_draft_id: draftId, p_patch: change as Json });
  if (error) throw fromDatabase(error);
  const [draft] = await toDrafts(db, [data]);
  if (!draft) throw new AppError("not_found", `There is no draft ${draftId} in your account.`);
  return draft;
}
