"use client";

import { ArrowUp, Download, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { LiveBadge } from "@/components/drafts/live-badge";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/lib/cn";
import { isStuck } from "@/lib/jobs/filter";
import type { DashboardView } from "@/lib/jobs/live";
import { type DashboardPage, exportAddress } from "@/lib/jobs/queries";
import type { LiveState } from "@/lib/realtime/live-topic";
import { JobListEmpty } from "./job-list-empty";
import { JobTable } from "./job-table";
import { Pager } from "./pager";
import { SelectionBar } from "./selection-bar";
import type { Selection } from "./use-selection";
import { useTicking } from "./use-ticking";
import { goToPage } from "./use-view";

interface JobListProps {
  page: DashboardPage;
  /** True while another page is on its way and this one still stands for it. */
  isBefore: boolean;
  view: DashboardView;
  live: { state: LiveState; arrived: number; readList: () => void };
  selection: Selection | null;
  onBulk: () => void;
}

const mostCounted = 10_000;
const tickMs = 10_000;

/** One page of jobs, with what stands above and below it. */
export function JobList({ page, isBefore, view, live, selection, onBulk }: JobListProps) {
  const t = useTranslations("admin");
  const now = useTicking((moment) => Math.floor(moment / tickMs) * tickMs) ?? page.readAt;
  // A lease that seems to have run out may have been prolonged, which is not announced: only a new reading tells.
  const isDoubtful =
    live.state === "live" &&
    page.items.some((job) => isStuck(job, now, now) && !isStuck(job, now, page.readAt));
  const { readList } = live;
  // Time alone makes a job look stuck; the database knows.
  useEffect(() => {
    if (isDoubtful) readList();
  }, [isDoubtful, readList]);

  return (
    <section aria-labelledby="jobs-list" aria-busy={isBefore} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="jobs-list" className="font-bold font-sans text-base">
          {page.total > mostCounted
            ? t("totalMore", { count: mostCounted })
            : t("total", { count: page.total })}
        </h2>
        <LiveBadge state={live.state} />
        <span className="ml-auto flex flex-wrap gap-2">
          {selection && page.total > 0 ? (
            <Button variant="quiet" size="sm" onClick={onBulk}>
              <ListChecks aria-hidden="true" />
              {t("bulk.open")}
            </Button>
          ) : null}
          <a
            href={exportAddress(view.filter)}
            download
            className={buttonVariants({ variant: "quiet", size: "sm" })}
          >
            <Download aria-hidden="true" />
            {t("csv")}
          </a>
        </span>
      </header>
      {live.arrived > 0 ? (
        <Button variant="secondary" size="sm" className="self-center" onClick={() => goToPage(null)}>
          <ArrowUp aria-hidden="true" />
          {t("arrived", { count: live.arrived })}
        </Button>
      ) : null}
      <div className={cn("flex flex-col gap-4 transition-opacity", isBefore && "opacity-60")}>
        {page.items.length === 0 ? (
          <JobListEmpty view={view} />
        ) : (
          <JobTable page={page} view={view} now={now} selection={selection} />
        )}
        <Pager cursor={view.cursor} next={page.next} />
      </div>
      {selection ? <SelectionBar jobs={page.items} selection={selection} /> : null}
    </section>
  );
}
