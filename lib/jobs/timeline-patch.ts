import type { StaffMessage } from "../contract/topics.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { StaffJob } from "./schema.ts";
import type { JobTimeline } from "./timeline-schema.ts";

/** Puts the newest version of a job, and of its pieces, into what is shown of it. */
export function patchTimeline(timeline: JobTimeline, messages: StaffMessage<StaffJob>[]): JobTimeline {
  const records = messages.flatMap((message) => message.records);
  const renew = <Row extends { id: string; updated_at: string }>(row: Row): Row => {
    const record = records.findLast(({ id }) => id === row.id);
    if (!record || isOlder(record, row)) return row;
    // A message leaves out what only the reading of one job brings.
    return { ...row, ...record, ...("result" in row ? { result: row.result } : {}) };
  };
  return { ...timeline, job: renew(timeline.job), children: timeline.children.map(renew) };
}

/** Whether messages may be about a job or one of its pieces. */
export function concernsJob(messages: StaffMessage<StaffJob>[], jobId: string): boolean {
  return messages.some(
    ({ table, records, count }) =>
      table === "jobs" &&
      (records.length < count || records.some(({ id, parent_id }) => id === jobId || parent_id === jobId)),
  );
}
