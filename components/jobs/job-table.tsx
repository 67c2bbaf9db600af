"use client";

import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { isStuck } from "@/lib/jobs/filter";
import type { DashboardView } from "@/lib/jobs/live";
import type { DashboardPage } from "@/lib/jobs/queries";
import { JobRow } from "./job-row";
import type { Selection } from "./use-selection";
import { jobAddress } from "./use-view";

const columns = ["status", "type", "draft", "who", "progress", "priority", "age", "took", "error"] as const;
const looks: Partial<Record<(typeof columns)[number], string>> = {
  priority: "text-right max-xl:hidden",
  age: "text-right",
  took: "text-right",
  error: "lg:pr-5",
};

interface JobTableProps {
  page: DashboardPage;
  view: DashboardView;
  /** The present moment, in ms. */
  now: number;
  selection: Selection | null;
}

/** A page of jobs; rows that did not change are not rendered again. */
export function JobTable({ page, view, now, selection }: JobTableProps) {
  const t = useTranslations("admin");
  const ids = page.items.map(({ id }) => id);
  const isAll = selection !== null && ids.length > 0 && ids.every((id) => selection.ids.has(id));
  return (
    <table className="block w-full border-separate border-spacing-0 overflow-hidden rounded-card bg-surface shadow-card lg:table">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="max-lg:sr-only">
        <tr>
          {selection ? (
            <th scope="col" className="border-line border-b pl-4 text-left">
              <label className="grid size-8 pointer-coarse:size-11 place-items-center">
                <input
                  type="checkbox"
                  checked={isAll}
                  onChange={() => selection.set(isAll ? [] : ids)}
                  aria-label={t("selectPage")}
                  className="size-4.5 accent-berry"
                />
              </label>
            </th>
          ) : null}
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={cn(
                "border-line border-b px-2 py-2 text-left font-bold text-ink-soft text-sm",
                !selection && "first:pl-5",
                looks[column],
              )}
            >
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block lg:table-row-group">
        {page.items.map((job) => (
          <JobRow
            key={job.id}
            job={job}
            href={jobAddress(view.filter, view.cursor, job.id)}
            isStuck={isStuck(job, now, page.readAt)}
            isOpen={job.id === view.jobId}
            isSelected={selection ? selection.ids.has(job.id) : null}
            onSelect={selection ? selection.toggle : ignore}
          />
        ))}
      </tbody>
    </table>
  );
}

function ignore(): void {}

export function JobTableSkeleton() {
  return (
    <div className="flex flex-col gap-2.5 rounded-card bg-surface p-5 shadow-card">
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
        <Skeleton key={key} className="h-8" />
      ))}
    </div>
  );
}
