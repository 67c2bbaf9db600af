import { stuckLeaseSeconds, stuckWaitingSeconds } from "../contract/jobs.ts";
import { type JobFilter, jobFilterSchema } from "./filter-schema.ts";
import type { StaffJob } from "./schema.ts";

/** What the dashboard's address says: the filter of the API, without the place in the list. */
export type DashboardFilter = Omit<JobFilter, "cursor">;

const { cursor: _place, ...filterShape } = jobFilterSchema.shape;
const keys = Object.keys(filterShape) as (keyof DashboardFilter)[];
const lists: ReadonlySet<string> = new Set(["status", "type"]);

/** Reads a filter out of an address; what nobody understands counts as absent. Days stay days. */
export function readJobFilter(search: URLSearchParams): DashboardFilter {
  const filter: Record<string, unknown> = {};
  for (const key of keys) {
    const text = search.getAll(key).join(",");
    if (text === "") continue;
    const { success, data } = filterShape[key].safeParse(text);
    if (!success) continue;
    const isDay = key === "created_from" || key === "created_to";
    filter[key] = isDay ? text : data;
  }
  return filter as DashboardFilter;
}

/** Writes a filter as the query of an address, always in the same order. */
export function writeJobFilter(filter: DashboardFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const key of keys) {
    const value = filter[key];
    if (value === undefined) continue;
    search.set(key, lists.has(key) ? [...(value as string[])].sort().join(",") : String(value));
  }
  return search;
}

/**
 * Whether nobody looks after a job: it could run and nobody took it, or it runs and its lease ran out long ago.
 * `readAt` (ms) is when the row was read: heartbeats are not announced, so a lease is only known as of then.
 */
export function isStuck(job: StaffJob, now: number, readAt: number): boolean {
  if (job.is_parent) return false;
  if (job.status === "pending")
    return job.unmet_dependencies === 0 && Date.parse(job.run_at) + stuckWaitingSeconds * 1000 < now;
  return (
    job.status === "processing" &&
    job.lease_expires_at !== null &&
    Date.parse(job.lease_expires_at) + stuckLeaseSeconds * 1000 < readAt
  );
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Text is also looked for in themes, which rows do not carry: what does not fit may still do. */
function fitsText(job: StaffJob, text: string): boolean | null {
  const wanted = text.trim().toLowerCase();
  if (idPattern.test(wanted)) return [job.id, job.parent_id, job.user_id, job.draft_id].includes(wanted);
  const isFound =
    [job.user_email, job.draft_name].some((field) => field?.toLowerCase().includes(wanted)) ||
    (job.status === "failed" && job.error_code === text.trim());
  return isFound || null;
}

function fitsDates(job: StaffJob, { created_from, created_to }: DashboardFilter): boolean {
  const created = Date.parse(job.created_at);
  const from = filterShape.created_from.safeParse(created_from).data;
  const to = filterShape.created_to.safeParse(created_to).data;
  return (!from || created >= Date.parse(from)) && (!to || created < Date.parse(to));
}

/** Whether a job belongs into a list; null when only the database can tell. */
export function fitsFilter(job: StaffJob, filter: DashboardFilter, now: number): boolean | null {
  const { status, type, user_id, draft_id, parent_id, universe_slug, text, stuck } = filter;
  const isOut =
    (status && !status.includes(job.status)) ||
    (type && !type.includes(job.type)) ||
    (user_id && job.user_id !== user_id) ||
    (draft_id && job.draft_id !== draft_id) ||
    (parent_id && job.parent_id !== parent_id) ||
    (stuck && !isStuck(job, now, now)) ||
    !fitsDates(job, filter);
  if (isOut) return false;
  if (universe_slug) return null;
  return text ? fitsText(job, text) : true;
}
