import { z } from "zod";
import { jobTypeSchema } from "../contract/jobs.ts";
import { line } from "../contract/text.ts";
import { jobFilterSchema } from "./filter-schema.ts";

export const prioritySchema = z.number().int().min(1).max(10);

/** What an admin may change of a job. */
export const changeJobSchema = z.strictObject({ priority: prioritySchema });

export const bulkActions = ["retry", "cancel", "reprioritise"] as const;

/**
 * What an admin does to all jobs that fit. A misspelt key would widen the filter, so none is passed over; and without
 * `dry_run: false` nothing happens but counting.
 */
export const bulkSchema = z
  .strictObject({
    action: z.enum(bulkActions),
    filter: z.strictObject(jobFilterSchema.shape),
    priority: prioritySchema.optional(),
    dry_run: z.boolean().default(true),
  })
  .refine(({ action, priority }) => (action === "reprioritise") === (priority !== undefined), {
    path: ["priority"],
    message: "goes with reprioritise, and only with it",
  });
export type Bulk = z.input<typeof bulkSchema>;

/**
 * What came of it. A real run changes one batch: `next` is the cursor for `filter.cursor` of the next call, null at
 * the end. `matched` is exact up to 10,000.
 */
export const bulkResultSchema = z.object({
  matched: z.number().int(),
  changed: z.number().int(),
  refused: z.number().int(),
  next: z.string().nullable(),
});
export type BulkResult = z.infer<typeof bulkResultSchema>;

/** What an admin holds back: one type of job, one person's, or, with neither, everything. */
export const pauseSchema = z
  .strictObject({
    type: jobTypeSchema.optional(),
    user_id: z.guid().optional(),
    reason: line(200).optional(),
  })
  .refine(({ type, user_id }) => !type || !user_id, { path: ["user_id"], message: "a type or a person" });
export type Pause = z.input<typeof pauseSchema>;
