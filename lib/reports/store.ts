import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import type { PageQuery } from "../contract/params.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { publishedUrl } from "../releases/published-url.ts";
import { mediaUrl, readContent } from "../universes/content.ts";
import { type Universe, universeStateSchema } from "../universes/schema.ts";
import { hidingSchema } from "./hiding.ts";
import {
  type AuditQuery,
  auditEntrySchema,
  hiddenUniverseSchema,
  type MyReport,
  myReportSchema,
  type Report,
  type ReportQuery,
  reportRecordSchema,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

const withThumbnail = { thumbnail_path: z.string().nullable() };
const reportRowSchema = reportRecordSchema.omit({ thumbnail_url: true }).extend(withThumbnail);
const myReportRowSchema = myReportSchema.omit({ thumbnail_url: true }).extend(withThumbnail);
const hiddenRowSchema = hiddenUniverseSchema.omit({ thumbnail_url: true }).extend(withThumbnail);

/** A row with the address of its picture in place of the key. */
function withPicture<Row extends { thumbnail_path: string | null }>(db: Db) {
  return ({ thumbnail_path, ...row }: Row) => ({ ...row, thumbnail_url: publishedUrl(db, thumbnail_path) });
}

const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.number() });

/** Says what is wrong with a universe of somebody else. Returns the report's id. Throws `not_found`, `forbidden`, `rate_limited`. */
export async function reportUniverse(db: Db, slug: string, { reason, details }: Report): Promise<string> {
  const { data, error } = await db.rpc("report_universe", {
    p_slug: slug,
    p_reason: reason,
    ...(details ? { p_details: details } : {}),
  });
  if (error) throw fromDatabase(error);
  return data;
}

/** Staff: reports, those that wait longest first, of those that were decided the latest. Throws `forbidden`. */
export async function listReports(db: Db, { status, skip, limit }: ReportQuery) {
  const { data, error } = await db.rpc("list_reports", { p_status: status, p_skip: skip, p_limit: limit });
  if (error) throw fromDatabase(error);
  const { items, total } = pageOf(reportRowSchema).parse(data);
  return { items: items.map(withPicture(db)), total };
}

/** What the caller reported and what came of it, the latest first. */
export async function listMyReports(
  db: Db,
  { skip, limit }: PageQuery,
): Promise<{ items: MyReport[]; total: number }> {
  const { data, error } = await db.rpc("list_my_reports", { p_skip: skip, p_limit: limit });
  if (error) throw fromDatabase(error);
  const { items, total } = pageOf(myReportRowSchema).parse(data);
  // Only of what everybody finds, so as everybody sees it.
  const asShown = items.map(({ thumbnail_path, ...row }) => ({
    ...row,
    thumbnail_url: mediaUrl(thumbnail_path),
  }));
  return { items: asShown, total };
}

/** Admin: closes a report about which there is nothing to do. Throws `not_found`, `forbidden`, `nothing_to_do`. */
export async function dismissReport(db: Db, reportId: string): Promise<void> {
  const { error } = await db.rpc("dismiss_report", { p_report_id: reportId });
  if (error) throw fromDatabase(error);
}

/** Admin: nobody sees this universe from now on. Throws `not_found`, `forbidden`, `nothing_to_do`. */
export async function hideUniverse(db: Db, slug: string, reason: string) {
  const { data, error } = await db.rpc("hide_universe", { p_slug: slug, p_reason: reason });
  if (error) throw fromDatabase(error);
  return universeStateSchema.parse(data);
}

/** Admin: it is seen again, with a word to its owner where there is one. Throws `not_found`, `forbidden`, `nothing_to_do`. */
export async function unhideUniverse(db: Db, slug: string, answer?: string) {
  const { data, error } = await db.rpc("unhide_universe", {
    p_slug: slug,
    ...(answer ? { p_answer: answer } : {}),
  });
  if (error) throw fromDatabase(error);
  return universeStateSchema.parse(data);
}

/** Owner and staff: why a universe is hidden. Throws `not_found` where it is not. */
export async function getHiding(db: Db, slug: string) {
  const { data, error } = await db.rpc("get_hiding", { p_slug: slug });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", "This universe is not hidden.");
  return hidingSchema.parse(data);
}

/** Owner: says once why it should be seen again. Throws `not_found`, `forbidden`, `nothing_to_do`. */
export async function appealHiding(db: Db, slug: string, text: string): Promise<void> {
  const { error } = await db.rpc("appeal_hiding", { p_slug: slug, p_appeal: text });
  if (error) throw fromDatabase(error);
}

/** Admin: it stays hidden although its owner objected, and this is why. Throws `not_found`, `forbidden`, `nothing_to_do`. */
export async function refuseAppeal(db: Db, slug: string, answer: string): Promise<void> {
  const { error } = await db.rpc("refuse_appeal", { p_slug: slug, p_answer: answer });
  if (error) throw fromDatabase(error);
}

/** Staff: a universe as children see it or saw it in this release, also while it is hidden. Throws `not_found`, `forbidden`. */
export async function reviewUniverse(db: Db, slug: string, release?: number): Promise<Universe> {
  const { data, error } = await db.rpc("get_reviewed_release", {
    p_slug: slug,
    ...(release ? { p_number: release } : {}),
  });
  if (error) throw fromDatabase(error);
  return readContent(data, () => (path) => publishedUrl(db, path));
}

/** Staff: what is hidden, objections that wait longest first, and how many of those there are. Throws `forbidden`. */
export async function listHiddenUniverses(db: Db, { skip, limit }: PageQuery) {
  const { data, error } = await db.rpc("list_hidden_universes", { p_skip: skip, p_limit: limit });
  if (error) throw fromDatabase(error);
  const { items, ...counts } = pageOf(hiddenRowSchema).extend({ waiting: z.number() }).parse(data);
  return { items: items.map(withPicture(db)), ...counts };
}

/** Staff: what was decided about published universes, newest first. Throws `forbidden`. */
export async function listAuditEntries(db: Db, { universe_id, skip, limit }: AuditQuery) {
  const { data, error } = await db.rpc("list_audit_entries", {
    ...(universe_id ? { p_universe_id: universe_id } : {}),
    p_skip: skip,
    p_limit: limit,
  });
  if (error) throw fromDatabase(error);
  return pageOf(auditEntrySchema).parse(data);
}
