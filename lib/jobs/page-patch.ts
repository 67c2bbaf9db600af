import type { StaffMessage } from "../contract/topics.ts";
import { isOlder } from "../realtime/is-older.ts";
import { toCursor } from "./cursor.ts";
import { type DashboardFilter, fitsFilter } from "./filter.ts";
import { type DashboardPage, jobPageSize } from "./queries.ts";
import type { StaffJob } from "./schema.ts";

interface Patched {
  page: DashboardPage;
  /** True when only a new reading can tell what the page shows. */
  isIncomplete: boolean;
  /** New jobs that fit and that this page, being not the newest, does not show. */
  arrived: string[];
}

/** The newest first, as the database sorts: times of the same millisecond differ in the digits that a Date drops. */
function byAge(one: StaffJob, other: StaffJob): number {
  const apart = Date.parse(other.created_at) - Date.parse(one.created_at);
  if (apart !== 0) return apart;
  return `${one.created_at} ${one.id}` < `${other.created_at} ${other.id}` ? 1 : -1;
}

/**
 * What a page is after some messages. The newest page takes up what is new and drops what no longer fits; older pages
 * only renew the rows that they have. Rows that did not change keep their identity.
 */
export function patchPage(
  page: DashboardPage,
  messages: StaffMessage<StaffJob>[],
  { filter, isNewest, now }: { filter: DashboardFilter; isNewest: boolean; now: number },
): Patched {
  const rows = new Map(page.items.map((job) => [job.id, job]));
  const arrived: string[] = [];
  let { total } = page;
  let isIncomplete = false;
  let hasMoved = false;
  for (const { table, operation, count, records } of messages) {
    if (table !== "jobs") continue;
    if (records.length < count) isIncomplete = true;
    for (const job of records) {
      const known = rows.get(job.id);
      if (isOlder(job, known)) continue;
      const fits = fitsFilter(job, filter, now);
      if (known && (fits !== false || !isNewest)) {
        rows.set(job.id, { ...known, ...job });
      } else if (known) {
        rows.delete(job.id);
        total -= 1;
        hasMoved = true;
      } else if (fits === null) {
        isIncomplete ||= isNewest && operation === "INSERT";
      } else if (fits && isNewest && isWithin(job, page)) {
        rows.set(job.id, job);
        total += 1;
        hasMoved = true;
      } else if (fits && operation === "INSERT") {
        arrived.push(job.id);
        total += 1;
      }
    }
  }
  const sorted = hasMoved ? [...rows.values()].sort(byAge) : [...rows.values()];
  const items = sorted.slice(0, jobPageSize);
  const last = items.at(-1);
  const hasMore = page.next !== null || sorted.length > jobPageSize;
  const next = !hasMoved ? page.next : hasMore && last ? toCursor(last) : null;
  // A page that has lost half of its rows while there are more is filled up again.
  if (isNewest && next !== null && items.length < jobPageSize / 2) isIncomplete = true;
  return { page: { ...page, items, total, next }, isIncomplete, arrived };
}

/** Whether a job that the page does not have belongs among its rows, and not behind them. */
function isWithin(job: StaffJob, page: DashboardPage): boolean {
  const last = page.items.at(-1);
  return page.next === null || last === undefined || byAge(job, last) < 0;
}
