import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { JobStatus } from "../contract/statuses.ts";
import { requestJson } from "../problem.ts";
import type { Job } from "./schema.ts";

export const jobPageSize = 50;

export const jobKeys = {
  all: ["jobs"] as const,
  everyones: (status: JobStatus | null) => ["jobs", "all", status] as const,
};

/** Everyone's newest jobs, for support and admin. */
export const everyonesJobsQuery = (status: JobStatus | null) =>
  queryOptions({
    queryKey: jobKeys.everyones(status),
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ scope: "all", limit: String(jobPageSize) });
      if (status) search.set("status", status);
      return requestJson<{ items: Job[]; total: number }>(`/api/jobs?${search}`, { signal });
    },
    placeholderData: keepPreviousData,
  });
