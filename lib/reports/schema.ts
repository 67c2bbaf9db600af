import { z } from "zod";
import { namesSchema } from "../contract/languages.ts";
import { pageQuery } from "../contract/params.ts";
import { line } from "../contract/text.ts";
import { universeStateSchema } from "../universes/schema.ts";
import { hidingSchema } from "./hiding.ts";

export const reportSchema = z.object({
  /** What is wrong: not for children, false, about a real person, taken from somebody, or something else. */
  reason: z.enum(["not_for_children", "wrong", "personal", "copied", "other"]),
  details: line(1000).optional(),
});
export type Report = z.output<typeof reportSchema>;

export const reportStatusSchema = z.enum(["open", "dismissed", "upheld"]);
export const reportQuery = pageQuery.extend({ status: reportStatusSchema.default("open") });
export type ReportQuery = z.output<typeof reportQuery>;

/** A report as the staff see it. */
export const reportRecordSchema = z.object({
  id: z.guid(),
  reason: reportSchema.shape.reason,
  details: z.string().nullable(),
  status: reportStatusSchema,
  /** The release that was reported. */
  release: z.number().int(),
  created_at: z.string(),
  decided_at: z.string().nullable(),
  /** Since when what was hidden for it is seen again; null otherwise. */
  shown_again_at: z.string().nullable(),
  /** Null when the account is gone. */
  reporter_email: z.string().nullable(),
  owner_email: z.string(),
  universe: universeStateSchema,
  /** The first picture of the release that was reported. */
  thumbnail_url: z.string().nullable(),
  /** How many reports of this universe are as this one: open, upheld or dismissed. */
  report_count: z.number().int(),
});
export type ReportRecord = z.infer<typeof reportRecordSchema>;

/** A report as who wrote it sees it: what came of it, and nothing of anybody else. */
export const myReportSchema = reportRecordSchema
  .pick({ id: true, reason: true, details: true, status: true, created_at: true, decided_at: true })
  .extend({
    shown_again_at: reportRecordSchema.shape.shown_again_at,
    /** As the universe was called when it was reported. */
    name: z.string(),
    names: namesSchema,
    /** Its address and its first picture; null unless everybody finds it. */
    slug: z.string().nullable(),
    thumbnail_url: z.string().nullable(),
  });
export type MyReport = z.infer<typeof myReportSchema>;

/** What came of a report: nothing yet, the universe is hidden, was and is seen again, or there was nothing wrong. */
export function outcomeOf({ status, shown_again_at }: Pick<MyReport, "status" | "shown_again_at">) {
  return status === "upheld" && shown_again_at !== null ? "again" : status;
}

/** What an admin decides about a report; to uphold it, the universe is hidden. */
export const decisionSchema = z.object({ status: z.literal("dismissed") });
export const hideSchema = z.object({ reason: line(1000) });
export const appealSchema = z.object({ text: line(2000) });
/** Why a universe stays hidden although its owner objected. */
export const refusalSchema = z.object({ answer: line(1000) });
/** A word to the owner of a universe that is seen again, where there is one to say. */
export const unhideSchema = z.object({ answer: line(1000).optional() });

export const hiddenUniverseSchema = universeStateSchema.extend(hidingSchema.shape).extend({
  hidden_by_email: z.string().nullable(),
  owner_email: z.string(),
  /** The first picture that children saw. */
  thumbnail_url: z.string().nullable(),
});
export type HiddenUniverse = z.infer<typeof hiddenUniverseSchema>;

/** Which release of a universe the staff look at; the one of now where none is named. */
export const reviewQuery = z.object({ release: z.coerce.number().int().min(1).max(1_000_000).optional() });

export const auditQuery = pageQuery.extend({ universe_id: z.guid().optional() });
export type AuditQuery = z.output<typeof auditQuery>;

/** A line of the trail; slug and name are null when the universe is gone, the actor when the account is. */
export const auditEntrySchema = z.object({
  id: z.number().int(),
  action: z.string(),
  data: z.record(z.string(), z.unknown()),
  universe_id: z.guid().nullable(),
  slug: z.string().nullable(),
  name: z.string().nullable(),
  actor_id: z.guid().nullable(),
  actor_email: z.string().nullable(),
  created_at: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
