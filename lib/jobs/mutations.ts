"use client";

import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import type { StaffMessage } from "../contract/topics.ts";
import { requestJson } from "../problem.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { Bulk, BulkResult, Pause } from "./control-schema.ts";
import { type DashboardPage, jobKeys } from "./queries.ts";
import type { Job, StaffJob } from "./schema.ts";
import { patchTimeline } from "./timeline-patch.ts";
import type { JobTimeline } from "./timeline-schema.ts";

/** Stops a request of a draft; the cards that are made already stay. The draft's channel tells what came of it. */
export function useCancelJob() {
  return useMutation({
    mutationFn: (jobId: string) => requestJson<unknown>(`/api/jobs/${jobId}`, { method: "DELETE" }),
  });
}

/** What an admin does to one job. */
export type JobChange =
  | { action: "retry"; jobId: string }
  | { action: "cancel"; jobId: string }
  | { action: "reprioritise"; jobId: string; priority: number };

function sendChange(change: JobChange): Promise<Job> {
  const address = `/api/jobs/${change.jobId}`;
  if (change.action === "retry") return requestJson(`${address}/retry`, { method: "POST" });
  if (change.action === "cancel") return requestJson(address, { method: "DELETE" });
  return requestJson(address, { method: "PATCH", json: { priority: change.priority } });
}

/** Shows the answer at once in every list and panel; the channel brings the rest, and whatever came of it. */
function showAnswer(client: QueryClient, job: Job): void {
  const record = job as StaffJob;
  const message: StaffMessage<StaffJob> = {
    id: "",
    schema: "public",
    table: "jobs",
    operation: "UPDATE",
    sequence: null,
    count: 1,
    records: [record],
  };
  client.setQueriesData<DashboardPage>(
    { queryKey: ["jobs", "page"] },
    (page) =>
      page && {
        ...page,
        items: page.items.map((known) =>
          known.id === record.id && !isOlder(record, known) ? { ...known, ...record } : known,
        ),
      },
  );
  client.setQueryData<JobTimeline>(
    jobKeys.timeline(record.id),
    (timeline) => timeline && patchTimeline(timeline, [message]),
  );
}

/** Runs a job again, stops it or moves it in the queue, for admins. Throws a `Problem`. */
export function useChangeJob() {
  const client = useQueryClient();
  return useMutation({ mutationFn: sendChange, onSuccess: (job) => showAnswer(client, job) });
}

/** Changes one batch of what a filter finds; the answer says where the next one begins. Throws a `Problem`. */
export function changeJobs(bulk: Bulk): Promise<BulkResult> {
  return requestJson("/api/jobs/bulk", { method: "POST", json: { ...bulk, dry_run: false } });
}

/** Holds back a type of job, a person's jobs, or everything. */
export function usePauseJobs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pause: Pause) =>
      requestJson<{ id: string }>("/api/jobs/pauses", { method: "POST", json: pause }),
    onSuccess: () => client.refetchQueries({ queryKey: jobKeys.statistics }),
  });
}

/** Lifts pauses. */
export function useResumeJobs() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pauseIds: string[]) =>
      Promise.all(pauseIds.map((id) => requestJson<null>(`/api/jobs/pauses/${id}`, { method: "DELETE" }))),
    onSettled: () => client.refetchQueries({ queryKey: jobKeys.statistics }),
  });
}
