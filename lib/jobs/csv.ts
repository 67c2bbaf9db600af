import type { StaffJob } from "./schema.ts";

/** The columns of the export, in their order. */
const columns = [
  "id",
  "parent_id",
  "type",
  "status",
  "priority",
  "progress",
  "user_id",
  "user_email",
  "draft_id",
  "draft_name",
  "asset_id",
  "attempt",
  "retry_count",
  "death_count",
  "error_code",
  "error_message",
  "message",
  "cost_micros",
  "created_at",
  "run_at",
  "started_at",
  "completed_at",
  "updated_at",
] as const satisfies (keyof StaffJob)[];

/** What begins a formula, also as some spreadsheets read the wide signs of East Asian keyboards. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * One field by RFC 4180. A text that a spreadsheet would take for a formula gets a quote in front, which makes it a text;
 * numbers are ours and stay numbers.
 */
function field(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const inert = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The first line, after the mark by which spreadsheets know UTF-8. */
export const csvHead = `\ufeff${columns.join(",")}\r\n`;

/** The lines of these jobs, each with its end. */
export function csvLines(jobs: StaffJob[]): string {
  return jobs.map((job) => `${columns.map((column) => field(job[column])).join(",")}\r\n`).join("");
}
