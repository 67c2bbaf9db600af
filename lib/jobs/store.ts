import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { type BulkResult, bulkResultSchema, type bulkSchema, type Pause } from "./control-schema.ts";
import { nextSchema, readCursor } from "./cursor.ts";
import type { JobFilter, ListJobs } from "./filter-schema.ts";
import { anyJobSchema, type Job, type JobPage, jobSchema, type StaffJob, staffJobSchema } from "./schema.ts";
import { type JobStatistics, jobStatisticsSchema } from "./statistics-schema.ts";
import { type JobTimeline, jobTimelineSchema } from "./timeline-schema.ts";

type Db = SupabaseClient<Database>;

/** How many jobs one call of a long reading brings. */
const readAtOnce = 1000;

/** The filter in the words of the SQL functions. */
function toSqlFilter({ cursor, stuck, ...filter }: JobFilter) {
  return {
    ...filter,
    ...(stuck ? { is_stuck: true } : {}),
    ...(cursor ? { after: readCursor(cursor) } : {}),
  } as { [key: string]: string | string[] };
}

async function askForJobs(
  db: Db,
  {
    filter,
    isEveryones,
    skip,
    limit,
  }: { filter: JobFilter; isEveryones: boolean; skip: number; limit: number },
): Promise<unknown> {
  const { data, error } = await db.rpc("list_jobs", {
    p_filter: toSqlFilter(filter),
    p_is_everyones: isEveryones,
    p_skip: skip,
    p_limit: limit,
  });
  if (error) throw fromDatabase(error);
  return data;
}

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ items: z.array(row), total: z.number().int(), next: nextSchema });

/** Jobs of the caller, or of everyone for support and admin, newest first. Throws `forbidden`. */
export async function listJobs(db: Db, { scope, skip, limit, ...filter }: ListJobs): Promise<JobPage> {
  const found = await askForJobs(db, { filter, isEveryones: scope === "all", skip, limit });
  return pageOf(scope === "all" ? staffJobSchema : jobSchema).parse(found);
}

/** Everyone's jobs that fit, page by page from the newest on, `most` at the most. Throws `forbidden`. */
export async function* readJobs(db: Db, filter: JobFilter, most: number): AsyncGenerator<StaffJob[]> {
  let left = most;
  let next = filter.cursor ?? null;
  do {
    const from = next ? { ...filter, cursor: next } : filter;
    const limit = Math.min(left, readAtOnce);
    const found = await askForJobs(db, { filter: from, isEveryones: true, skip: 0, limit });
    const page = pageOf(staffJobSchema).parse(found);
    yield page.items;
    left -= page.items.length;
    next = page.next;
  } while (next !== null && left > 0);
}

/** One job of the caller (any job for staff, who also see `error_detail`). Throws `not_found`. */
export async function getJob(db: Db, jobId: string): Promise<Job> {
  const { data, error } = await db.rpc("get_job", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", `There is no job ${jobId} in your account.`);
  return anyJobSchema.parse(data);
}

/** All that is known of a job: events, predictions (for staff), relatives. Throws `not_found`. */
export async function getJobTimeline(db: Db, jobId: string): Promise<JobTimeline> {
  const { data, error } = await db.rpc("get_job_timeline", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", `There is no job ${jobId} in your account.`);
  return jobTimelineSchema.parse(data);
}

/** How the engine does, for support and admin. Throws `forbidden`. */
export async function getJobStatistics(db: Db): Promise<JobStatistics> {
  const { data, error } = await db.rpc("get_job_statistics");
  if (error) throw fromDatabase(error);
  return jobStatisticsSchema.parse(data);
}

/** Stops a job or all that is left of a request. Throws `not_found`, `job_finished`. */
export async function cancelJob(db: Db, jobId: string): Promise<void> {
  const { error } = await db.rpc("cancel_job", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
}

/** Runs a failed job, or the failed parts of a request, again. Throws `not_found`, `nothing_to_do`, `rate_limited`. */
export async function retryJob(db: Db, jobId: string): Promise<void> {
  const { error } = await db.rpc("retry_job", { p_job_id: jobId });
  if (error) throw fromDatabase(error);
}

/** Puts a job before (10) or behind (1) the others of its person. Admin only; throws `forbidden`, `job_finished`. */
export async function setJobPriority(db: Db, jobId: string, priority: number): Promise<void> {
  const { error } = await db.rpc("set_job_priority", { p_job_id: jobId, p_priority: priority });
  if (error) throw fromDatabase(error);
}

/** Counts what fits or, when it is no dry run, changes one batch of it. Admin only; throws `forbidden`. */
export async function changeJobs(
  db: Db,
  { action, filter, priority, dry_run }: z.output<typeof bulkSchema>,
): Promise<BulkResult> {
  const { data, error } = await db.rpc("change_jobs", {
    p_action: action,
    p_filter: toSqlFilter(filter),
    ...(priority ? { p_priority: priority } : {}),
    p_is_dry_run: dry_run,
  });
  if (error) throw fromDatabase(error);
  return bulkResultSchema.extend({ next: nextSchema }).parse(data);
}

/** Holds back a type of job, a person's jobs or everything; what runs goes on. Returns the pause. Admin only. */
export async function pauseJobs(db: Db, { type, user_id, reason }: Pause): Promise<string> {
  const { data, error } = await db.rpc("pause_jobs", {
    ...(type ? { p_type: type } : {}),
    ...(user_id ? { p_user_id: user_id } : {}),
    ...(reason ? { p_reason: reason } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

/** Lifts a pause. Admin only; throws `not_found` when it is lifted already. */
export async function resumeJobs(db: Db, pauseId: string): Promise<void> {
  const { error } = await db.rpc("resume_jobs", { p_pause_id: pauseId });
  if (error) throw fromDatabase(error);
}
