"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { JobStatus } from "../contract/statuses.ts";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import type { Page } from "../drafts/queries.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import { jobKeys, jobPageSize } from "./queries.ts";
import type { Job } from "./schema.ts";

/** Patches one filtered list of everyone's jobs. */
export function applyJobChange(client: QueryClient, status: JobStatus | null, message: ChangeMessage): void {
  if (message.table !== "jobs") return;
  const record = message.record as unknown as Job;
  client.setQueryData<Page<Job>>(jobKeys.everyones(status), (page) => {
    if (!page) return page;
    const known = page.items.find(({ id }) => id === record.id);
    if (message.operation !== "DELETE" && isOlder(record, known)) return page;
    const isShown = message.operation !== "DELETE" && (status === null || record.status === status);
    if (!isShown) {
      const items = page.items.filter(({ id }) => id !== record.id);
      return { items, total: page.total - (known ? 1 : 0) };
    }
    const job: Job = { ...known, ...record };
    if (known) return { ...page, items: page.items.map((item) => (item.id === job.id ? job : item)) };
    const items = [job, ...page.items]
      .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at))
      .slice(0, jobPageSize);
    return { items, total: page.total + 1 };
  });
}

/** Keeps everyone's jobs equal to the database, for support and admin. */
export function useJobsLive(status: JobStatus | null, isBusy: boolean): LiveState {
  const client = useQueryClient();
  return useLiveTopic({
    topic: topics.adminJobs,
    onChange: (message) => applyJobChange(client, status, message),
    refetch: () => client.refetchQueries({ queryKey: jobKeys.everyones(status) }, { throwOnError: true }),
    isBusy,
  });
}
