import { z } from "zod";
import { jobTypeSchema } from "../contract/jobs.ts";
import { pageQuery } from "../contract/params.ts";
import { jobStatusSchema } from "../contract/statuses.ts";

/** A job as the API shows it. `error_detail` is there for admin and support only. */
export const jobSchema = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  draft_id: z.uuid().nullable(),
  asset_id: z.uuid().nullable(),
  parent_id: z.uuid().nullable(),
  type: jobTypeSchema,
  status: jobStatusSchema,
  priority: z.number().int(),
  progress: z.number().int(),
  current_step: z.number().int(),
  total_steps: z.number().int(),
  message: z.string().nullable(),
  result: z.record(z.string(), z.unknown()).nullable(),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  error_detail: z.unknown().optional(),
  attempt: z.number().int(),
  retry_count: z.number().int(),
  max_retries: z.number().int(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  updated_at: z.string(),
  /** Who asked and for what, for the admin list. */
  user_email: z.string().nullable().optional(),
  draft_name: z.string().nullable().optional(),
});
export type Job = z.infer<typeof jobSchema>;

export const listJobsSchema = z.object({
  status: jobStatusSchema.optional(),
  type: jobTypeSchema.optional(),
  draft_id: z.uuid().optional(),
  scope: z.enum(["mine", "all"]).default("mine"),
  ...pageQuery.shape,
});
export type ListJobs = z.infer<typeof listJobsSchema>;
