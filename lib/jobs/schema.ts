import { z } from "zod";
import { jobTypeSchema } from "../contract/jobs.ts";
import { jobStatusSchema } from "../contract/statuses.ts";

/** A job as the API shows it to its owner. */
export const jobSchema = z.object({
  id: z.guid(),
  user_id: z.guid(),
  draft_id: z.guid().nullable(),
  asset_id: z.guid().nullable(),
  parent_id: z.guid().nullable(),
  type: jobTypeSchema,
  status: jobStatusSchema,
  priority: z.number().int(),
  progress: z.number().int(),
  current_step: z.number().int(),
  total_steps: z.number().int(),
  message: z.string().nullable(),
  /** Lists and messages leave it out. */
  result: z.record(z.string(), z.unknown()).nullable().default(null),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  /** For support and admin only. */
  error_detail: z.unknown().optional(),
  attempt: z.number().int(),
  retry_count: z.number().int(),
  max_retries: z.number().int(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  completed_at: z.string().nullable(),
  updated_at: z.string(),
  /** Who asked and for what, where the list is not the caller's own. */
  user_email: z.string().nullable().optional(),
  draft_name: z.string().nullable().optional(),
});
export type Job = z.infer<typeof jobSchema>;

/** A job as support and admin see it, in lists and on the channel `admin:jobs`. */
export const staffJobSchema = jobSchema.extend({
  user_email: z.string().nullable(),
  draft_name: z.string().nullable(),
  is_parent: z.boolean(),
  /** Not to be started before. */
  run_at: z.string(),
  /** Not to be started after. */
  expires_at: z.string().nullable(),
  unmet_dependencies: z.number().int(),
  /** How many workers died of it. */
  death_count: z.number().int(),
  lease_owner: z.string().nullable(),
  lease_expires_at: z.string().nullable(),
  cost_micros: z.number().nullable(),
});
export type StaffJob = z.infer<typeof staffJobSchema>;

/** One job as its owner or, with more to see, as staff read it. */
export const anyJobSchema = z.union([staffJobSchema, jobSchema]);

/** A page of a list. `total` is exact up to 10,000 and 10,001 beyond; `next` is the cursor of the next page. */
export interface JobPage<Row extends Job = Job> {
  items: Row[];
  total: number;
  next: string | null;
}
