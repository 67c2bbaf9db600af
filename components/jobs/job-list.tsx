"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LiveBadge } from "@/components/drafts/live-badge";
import { Skeleton } from "@/components/ui/skeleton";
import type { JobStatus } from "@/lib/contract/statuses";
import { useJobsLive } from "@/lib/jobs/live";
import { everyonesJobsQuery } from "@/lib/jobs/queries";
import { JobRow } from "./job-row";
import { useClock } from "./use-clock";

const columns = ["status", "type", "who", "draft", "progress", "age", "error"] as const;

/** Everyone's newest jobs, live. */
export function JobList({ status }: { status: JobStatus | null }) {
  const t = useTranslations("admin");
  const { data } = useSuspenseQuery(everyonesJobsQuery(status));
  const isBusy = data.items.some((job) => job.status === "pending" || job.status === "processing");
  const live = useJobsLive(status, isBusy);
  const now = useClock();
  return (
    <section>
      <div className="mb-3 flex items-center gap-3">
        <p className="text-ink-soft">{t("shown", { shown: data.items.length, total: data.total })}</p>
        <LiveBadge state={live} />
      </div>
      {data.items.length === 0 ? (
        <p className="rounded-card bg-surface p-8 text-center text-ink-soft shadow-card">{t("empty")}</p>
      ) : (
        <table className="block w-full border-separate border-spacing-0 overflow-hidden rounded-card bg-surface shadow-card lg:table">
          <caption className="sr-only">{t("title")}</caption>
          <thead className="max-lg:sr-only">
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border-line border-b px-3 py-2.5 text-left font-bold text-ink-soft text-sm first:pl-5 last:pr-5"
                >
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block lg:table-row-group">
            {data.items.map((job) => (
              <JobRow key={job.id} job={job} now={now} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function JobListSkeleton() {
  return (
    <div className="mt-10 flex flex-col gap-3 rounded-card bg-surface p-5 shadow-card">
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <Skeleton key={key} className="h-9" />
      ))}
    </div>
  );
}
