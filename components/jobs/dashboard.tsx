"use client";

import { useQuery } from "@tanstack/react-query";
import { CirclePause } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useDashboardLive } from "@/lib/jobs/live";
import { jobKeys, jobPageQuery, jobStatisticsQuery } from "@/lib/jobs/queries";
import { problemCode } from "@/lib/problem";
import { BulkDialog } from "./bulk-dialog";
import { Figures } from "./figures";
import { FilterBar } from "./filter-bar";
import { type ActionJob, JobActionsContext } from "./job-actions";
import { JobList } from "./job-list";
import { JobPanel } from "./job-panel";
import { JobTableSkeleton } from "./job-table";
import { Notices } from "./notices";
import { PauseDialog, type PausedPerson } from "./pause-dialog";
import { PriorityDialog } from "./priority-dialog";
import { Throughput } from "./throughput";
import { useDashboardKeys } from "./use-dashboard-keys";
import { useJobActionsOf } from "./use-job-actions-of";
import { useSelection } from "./use-selection";
import { useView } from "./use-view";
import { Workers } from "./workers";

/** What an admin is being asked for. */
export type Question =
  | { kind: "priority"; jobs: ActionJob[] }
  | { kind: "pause"; person: PausedPerson }
  | { kind: "bulk" };

/** How the engine does and what it works on, live; admins can change it. */
export function Dashboard({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations("admin");
  const tError = useTranslations("errors");
  const view = useView();
  const statistics = useQuery(jobStatisticsQuery()).data;
  const list = useQuery(jobPageQuery(view.filter, view.cursor));
  const page = list.data;
  const live = useDashboardLive(view, (statistics?.counts.running ?? 0) > 0);
  const marks = useSelection(jobKeys.page(view.filter, view.cursor).join(" "));
  const selection = isAdmin ? marks : null;
  const [question, setQuestion] = useState<Question | null>(null);
  const { actions, choosePriority } = useJobActionsOf(isAdmin, setQuestion, marks);
  const openRow = page?.items.find(({ id }) => id === view.jobId) ?? null;
  useDashboardKeys({ jobs: page?.items ?? [], openId: view.jobId, openRow, actions, selection });

  const close = () => setQuestion(null);
  return (
    <JobActionsContext value={actions}>
      <div className="flex flex-col gap-4">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
          {isAdmin ? (
            <Button
              variant="secondary"
              size="sm"
              onClick={() => setQuestion({ kind: "pause", person: null })}
            >
              <CirclePause aria-hidden="true" />
              {t("pauses.open")}
            </Button>
          ) : null}
        </header>
        {statistics ? (
          <>
            <Notices statistics={statistics} isAdmin={isAdmin} />
            <Figures statistics={statistics} />
            <div className="flex flex-col gap-4 lg:flex-row">
              <Throughput statistics={statistics} />
              <Workers workers={statistics.workers} />
            </div>
          </>
        ) : (
          <Skeleton className="h-52 rounded-card" />
        )}
        <FilterBar filter={view.filter} person={page?.items[0]?.user_email ?? null} />
        {page ? (
          <JobList
            page={page}
            isBefore={list.isPlaceholderData}
            view={view}
            live={live}
            selection={selection}
            onBulk={() => setQuestion({ kind: "bulk" })}
          />
        ) : list.error ? (
          <p role="alert" className="rounded-card bg-danger-wash p-6 font-semibold text-danger">
            {tError(problemCode(list.error))}
          </p>
        ) : (
          <JobTableSkeleton />
        )}
      </div>
      <JobPanel jobId={view.jobId} row={openRow} />
      {question?.kind === "priority" ? (
        <PriorityDialog jobs={question.jobs} onClose={close} onChoose={choosePriority} />
      ) : null}
      {question?.kind === "pause" ? <PauseDialog person={question.person} onClose={close} /> : null}
      {question?.kind === "bulk" && page ? (
        <BulkDialog filter={view.filter} total={page.total} onClose={close} />
      ) : null}
    </JobActionsContext>
  );
}

export function DashboardSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-10 w-48" />
      <Skeleton className="h-52 rounded-card" />
      <JobTableSkeleton />
    </div>
  );
}
