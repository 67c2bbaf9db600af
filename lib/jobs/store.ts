import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { AppError, fromDatabase } from "../errors.ts";
import type { ListJobs } from "./filter-schema.ts";
import { type Job, jobSchema } from "./schema.ts";

type Db = SupabaseClient<Database>;

/** Jobs of the caller, or of everyone for support and admin, newest first. Throws `forbidden`. */
export async function listJobs(db: Db, filter: ListJobs): Promise<{ items: Job[]; total: number }> {
  const { data, error } = await db.rpc("list_jobs", {
    ...(filter.status?.[0] ? { p_status: filter.status[0] } : {}),
    ...(filter.type?.[0] ? { p_type: filter.type[0] } : {}),
    ...(filter.draft_id ? { p_draft_id: filter.draft_id } : {}),
    p_is_everyones: filter.scope === "all",
    p_skip: filter.skip,
    p_limit: filter.limit,
  });
  if (error) throw fromDatabase(error);
  return z.object({ items: z.array(jobSchema), total: z.number() }).parse(data);
}

/** One job of the caller (any job for staff, who also see `error_detail`). Throws `not_found`. */
export async function getJob(db: Db, jobId: string): Promise<Job> {
  const { data, error } = await db.rpc("get_job", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", `There is no job ${jobId} in your account.`);
  return jobSchema.parse(data);
}

/** Stops a job or all that is left of a request. Throws `not_found`, `job_finished`. */
export async function cancelJob(db: Db, jobId: string): Promise<void> {
  const { error } = await db.rpc("cancel_job", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
}

/** Runs a failed job, or the failed parts of a request, again. Throws `not_found`, `nothing_to_do`. */
export async function retryJob(db: Db, jobId: string): Promise<void> {
  const { error } = await db.rpc("retry_job", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
}
