import { z } from "zod";
import { jobTypeSchema } from "../contract/jobs.ts";
import { pageQuery } from "../contract/params.ts";
import { jobStatusSchema } from "../contract/statuses.ts";
import { line } from "../contract/text.ts";
import { cursorSchema } from "./cursor.ts";

/** `a,b`, `["a", "b"]` or, in an address, the same key twice. */
function listOf<Item extends z.ZodType>(item: Item) {
  const split = (value: unknown) => (typeof value === "string" ? value.split(",") : value);
  const list = z.array(item).min(1).max(20);
  return z.preprocess(split, list).transform((items) => [...new Set(items)]);
}

/** A moment, or a day of UTC, which begins at 00:00 and ends at 24:00. */
function moment(timeOfDay: "00:00" | "24:00") {
  const day = z.iso.date().transform((date) => new Date(`${date}T${timeOfDay}:00Z`));
  const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
  return z
    .union([day, instant], { error: "an ISO date or date and time" })
    .refine((date) => date.getUTCFullYear() >= 1970, { message: "there were no jobs then" })
    .transform((date) => date.toISOString());
}

const text = z
  .string()
  .refine((typed) => !typed.includes("\0"), { message: "no text" })
  .pipe(line(200));

const isTrue = z.preprocess((value) => (value === "true" ? true : value), z.literal(true));

/**
 * Which jobs are meant: as the query string of a list says it, and as the JSON of a request for many jobs says it.
 * All keys are optional, and a job must fit all that are there.
 */
export const jobFilterSchema = z.object({
  status: listOf(jobStatusSchema).optional(),
  type: listOf(jobTypeSchema).optional(),
  user_id: z.guid().optional(),
  draft_id: z.guid().optional(),
  universe_slug: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, "the last part of a universe's address")
    .optional(),
  parent_id: z.guid().optional(),
  /** Part of an e-mail address, a draft's name or theme, or an error code; or a job's id. */
  text: text.optional(),
  created_from: moment("00:00").optional(),
  /** Before this moment, or on this day at the latest. */
  created_to: moment("24:00").optional(),
  stuck: isTrue.optional(),
  /** Only what is older than the last job of the page that gave it. */
  cursor: cursorSchema.optional(),
});
export type JobFilter = z.infer<typeof jobFilterSchema>;

/** The query of `GET /api/jobs`. */
export const listJobsSchema = jobFilterSchema.extend({
  scope: z.enum(["mine", "all"]).default("mine"),
  ...pageQuery.shape,
});
export type ListJobs = z.infer<typeof listJobsSchema>;
