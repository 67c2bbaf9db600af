import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { Bulk, BulkResult } from "./control-schema.ts";
import { type DashboardFilter, writeJobFilter } from "./filter.ts";
import type { JobPage, StaffJob } from "./schema.ts";
import { setServerTime } from "./server-clock.ts";
import type { JobStatistics } from "./statistics-schema.ts";
import type { JobTimeline } from "./timeline-schema.ts";

export const jobPageSize = 50;

/** A page of everyone's jobs as the browser keeps it. */
export interface DashboardPage extends JobPage<StaffJob> {
  /** When the whole page was last read, in ms. */
  readAt: number;
}

export const jobKeys = {
  all: ["jobs"] as const,
  page: (filter: DashboardFilter, cursor: string | null) =>
    ["jobs", "page", writeJobFilter(filter).toString(), cursor] as const,
  statistics: ["jobs", "statistics"] as const,
  timeline: (jobId: string) => ["jobs", "timeline", jobId] as const,
};

/** A page of everyone's jobs that fit, for support and admin; without a cursor the newest. */
export const jobPageQuery = (filter: DashboardFilter, cursor: string | null) =>
  queryOptions({
    queryKey: jobKeys.page(filter, cursor),
    queryFn: async ({ signal }): Promise<DashboardPage> => {
      const search = writeJobFilter(filter);
      search.set("scope", "all");
      search.set("limit", String(jobPageSize));
      if (cursor) search.set("cursor", cursor);
      const page = await requestJson<JobPage<StaffJob>>(`/api/jobs?${search}`, { signal });
      return { ...page, readAt: Date.now() };
    },
    placeholderData: keepPreviousData,
  });

/** How the engine does. Reading it also tells what time it is on the server. */
export const jobStatisticsQuery = () =>
  queryOptions({
    queryKey: jobKeys.statistics,
    queryFn: async ({ signal }) => {
      const statistics = await requestJson<JobStatistics>("/api/jobs/statistics", { signal });
      setServerTime(statistics.at);
      return statistics;
    },
  });

/** All that is known of one job. */
export const jobTimelineQuery = (jobId: string) =>
  queryOptions({
    queryKey: jobKeys.timeline(jobId),
    queryFn: ({ signal }) => requestJson<JobTimeline>(`/api/jobs/${jobId}/timeline`, { signal }),
  });

/** How many jobs an action in bulk would touch; counted anew each time. */
export const bulkCountQuery = (bulk: Bulk) =>
  queryOptions({
    queryKey: ["bulk", bulk] as const,
    queryFn: ({ signal }) =>
      requestJson<BulkResult>("/api/jobs/bulk", { method: "POST", json: { ...bulk, dry_run: true }, signal }),
    gcTime: 0,
  });

/** Where everyone's jobs that fit come as CSV. */
export function exportAddress(filter: DashboardFilter): string {
  const search = writeJobFilter(filter).toString();
  return search ? `/api/jobs/export?${search}` : "/api/jobs/export";
}
