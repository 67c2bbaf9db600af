import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { toDrafts } from "../drafts/records.ts";
import type { Draft } from "../drafts/schema.ts";
import { fromDatabase, problem } from "../errors.ts";
import { type BatchPreflight, batchPreflightSchema, type DraftListQuery } from "./schema.ts";

type Db = SupabaseClient<Database>;

/** The drafts of the caller, and those shared with the caller, that fit: a page of them, with how many fit in all. */
export async function listDrafts(
  db: Db,
  { search, status, theme, sort, language, skip, limit }: Partial<DraftListQuery>,
): Promise<{ items: Draft[]; total: number }> {
  const { data, error } = await db.rpc("list_drafts", {
    p_skip: skip ?? 0,
    p_limit: limit ?? 50,
    ...(search ? { p_search: search } : {}),
    ...(status ? { p_statuses: status } : {}),
    ...(theme ? { p_themes: theme } : {}),
    ...(sort ? { p_sort: sort } : {}),
    ...(language ? { p_language: language } : {}),
  });
  if (error) throw fromDatabase(error);
  const found = z.object({ items: z.array(z.unknown()), total: z.number() }).parse(data);
  return { items: await toDrafts(db, found.items), total: found.total };
}

/** A private copy of a draft of the caller, with the same files. Returns its id. Throws `not_found` and `forbidden`. */
export async function duplicateDraft(db: Db, draftId: string): Promise<string> {
  const { data, error } = await db.rpc("duplicate_draft", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  return data;
}

/** What became of one draft of a batch: the job that makes it, or the problem it was refused with. */
interface BatchItem {
  draft_id: string;
  jobId?: string;
  problem?: ReturnType<typeof problem>;
}

const answersSchema = z.array(
  z.object({
    draft_id: z.guid(),
    job_id: z.guid().optional(),
    refusal: z
      .object({
        code: z.string(),
        message: z.string(),
        details: z.string().nullable(),
        hint: z.string().nullable(),
      })
      .optional(),
  }),
);

/** Starts what each of these drafts lacks; one that is refused does not stop the others. The same key gets the same jobs. */
export async function requestGenerations(
  db: Db,
  draftIds: string[],
  idempotencyKey: string | null,
): Promise<{ items: BatchItem[] }> {
  const { data, error } = await db.rpc("request_generations", {
    p_draft_ids: draftIds,
    ...(idempotencyKey ? { p_idempotency_key: idempotencyKey } : {}),
  });
  if (error) throw fromDatabase(error);
  const items = answersSchema.parse(data).map(({ draft_id, job_id, refusal }): BatchItem => {
    if (!refusal) return { draft_id, ...(job_id ? { jobId: job_id } : {}) };
    const { code, message, details, hint } = refusal;
    const refused = { name: "PostgrestError", code, message, details: details ?? "", hint: hint ?? "" };
    return { draft_id, problem: problem(fromDatabase({ ...refused, toJSON: () => refused })) };
  });
  return { items };
}

/** What starting these drafts at once would take and meet. */
export async function getBatchPreflight(db: Db, draftIds: string[]): Promise<BatchPreflight> {
  const { data, error } = await db.rpc("get_batch_preflight", { p_draft_ids: draftIds });
  if (error) throw fromDatabase(error);
  return batchPreflightSchema.parse(data);
}
