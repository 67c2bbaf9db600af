import { z } from "zod";
import { jobTypeSchema } from "../contract/jobs.ts";

const count = z.number().int();

/** What is held back until an admin lifts it; neither type nor person means everything. */
export const jobPauseSchema = z.object({
  id: z.guid(),
  type: jobTypeSchema.nullable(),
  user_id: z.guid().nullable(),
  user_email: z.string().nullable(),
  reason: z.string().nullable(),
  paused_by_email: z.string().nullable(),
  paused_at: z.string(),
});
export type JobPause = z.infer<typeof jobPauseSchema>;

/** How the engine does right now, for support and admin. */
export const jobStatisticsSchema = z.object({
  at: z.string(),
  /** `waiting` could run at once; `delayed` has its time still ahead; `blocked` waits for another job. */
  counts: z.object({ waiting: count, delayed: count, blocked: count, running: count }),
  last_hour: z.object({ completed: count, failed: count, cancelled: count }),
  /** The last 60 minutes, oldest first. */
  throughput: z.array(z.object({ minute: z.string(), completed: count, failed: count })),
  /** How long the job that waits longest has waited. */
  queue_age_seconds: z.number().nullable(),
  /** 0 to 1, of the last hour; null when nothing ended. */
  failure_rate: z.number().nullable(),
  /** "provider" holds the jobs whose pictures are being made there. */
  workers: z.array(
    z.object({
      name: z.string(),
      jobs: count,
      oldest_started_at: z.string().nullable(),
      lease_expires_at: z.string().nullable(),
    }),
  ),
  stuck: count,
  /** Jobs of the last day that were given up after killing their workers. */
  set_aside: count,
  pauses: z.array(jobPauseSchema),
  /** Until when the provider asked for patience. */
  provider_held_until: z.string().nullable(),
});
export type JobStatistics = z.infer<typeof jobStatisticsSchema>;
