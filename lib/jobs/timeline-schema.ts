import { z } from "zod";
import { jobTypeSchema } from "../contract/jobs.ts";
import { jobStatusSchema } from "../contract/statuses.ts";
import { jobSchema, staffJobSchema } from "./schema.ts";

const more = {
  payload: z.record(z.string(), z.unknown()),
  model: z.string().nullable(),
  credits: z.number(),
  estimated_duration_ms: z.number().nullable(),
  actual_duration_ms: z.number().nullable(),
};

const eventSchema = z.object({
  /** Counts from 0, the creation, within the job. */
  sequence: z.number().int(),
  event: z.string(),
  actor: z.string().nullable(),
  actor_email: z.string().nullable(),
  from_status: jobStatusSchema.nullable(),
  to_status: jobStatusSchema.nullable(),
  data: z.record(z.string(), z.unknown()).nullable(),
  created_at: z.string(),
});

const predictionSchema = z.object({
  attempt: z.number().int(),
  model: z.string().nullable(),
  external_id: z.string().nullable(),
  status: z.enum(["submitting", "open", "succeeded", "failed", "cancelled", "lost"]),
  cost_micros: z.number().nullable(),
  input: z.record(z.string(), z.unknown()).nullable(),
  created_at: z.string(),
  submitted_at: z.string().nullable(),
  completed_at: z.string().nullable(),
});

const neighbourSchema = z.object({ id: z.guid(), type: jobTypeSchema, status: jobStatusSchema });

/** All that is known of one job: its events oldest first, what it asked of models (for staff), and its relatives. */
export const jobTimelineSchema = z.object({
  job: z.union([staffJobSchema.extend(more), jobSchema.extend(more)]),
  events: z.array(eventSchema),
  predictions: z.array(predictionSchema),
  children: z.array(z.union([staffJobSchema, jobSchema])),
  depends_on: z.array(neighbourSchema),
  unblocks: z.array(neighbourSchema),
});
export type JobTimeline = z.infer<typeof jobTimelineSchema>;
