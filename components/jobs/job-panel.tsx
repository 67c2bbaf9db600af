"use client";

import { useQuery } from "@tanstack/react-query";
import { CirclePause } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Meter } from "@/components/ui/meter";
import { SidePanel } from "@/components/ui/side-panel";
import { Skeleton } from "@/components/ui/skeleton";
import { jobTimelineQuery } from "@/lib/jobs/queries";
import type { StaffJob } from "@/lib/jobs/schema";
import type { JobTimeline } from "@/lib/jobs/timeline-schema";
import { problemCode } from "@/lib/problem";
import { ActionButtons } from "./action-buttons";
import { EventList } from "./event-list";
import { useJobActions } from "./job-actions";
import { JobFacts } from "./job-facts";
import { StatusBadge } from "./job-status";
import { CopyButton, JsonFold } from "./json-fold";
import { PredictionList } from "./prediction-list";
import { Relatives } from "./relatives";
import { closeJob } from "./use-view";
import { ViewLink } from "./view-link";

interface JobPanelProps {
  jobId: string | null;
  /** The row that the list shows of it, until all about it is read. */
  row: StaffJob | null;
}

/** Everything about one job, beside the list. */
export function JobPanel({ jobId: openId, row }: JobPanelProps) {
  // While the panel goes away it still shows what it showed, and the focus goes back to that row.
  const [jobId, setJobId] = useState(openId);
  if (openId !== null && openId !== jobId) setJobId(openId);
  const t = useTranslations("admin");
  const tError = useTranslations("errors");
  const { data, error } = useQuery({ ...jobTimelineQuery(jobId ?? ""), enabled: jobId !== null });
  const job = data?.job ?? (row?.id === jobId ? row : null);
  const rowLink = () => document.querySelector<HTMLElement>(`tr[data-job="${jobId}"] a`);
  return (
    <SidePanel
      isOpen={openId !== null}
      onClose={closeJob}
      finalFocus={rowLink}
      closeLabel={t("panel.close")}
      title={job ? t(`types.${job.type}`) : t("panel.title")}
    >
      <div className="flex flex-col gap-5 px-5 py-4">
        {job && jobId ? <Head job={job} /> : null}
        {error && !data ? (
          <p role="alert" className="rounded-2xl bg-danger-wash p-4 font-semibold text-danger">
            {tError(problemCode(error))}
          </p>
        ) : null}
        {data ? <Body timeline={data} /> : null}
        {data || error ? null : <PanelSkeleton />}
      </div>
    </SidePanel>
  );
}

function Head({ job }: { job: StaffJob | JobTimeline["job"] }) {
  const t = useTranslations("admin");
  const actions = useJobActions();
  const email = job.user_email;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge job={job} />
        {job.draft_id ? (
          <ViewLink
            filter={{ draft_id: job.draft_id }}
            className="font-bold text-sm underline underline-offset-4"
          >
            {job.draft_name ?? t("columns.draft")}
          </ViewLink>
        ) : null}
        {email ? (
          <ViewLink
            filter={{ user_id: job.user_id }}
            className="wrap-anywhere text-sm underline underline-offset-4"
          >
            {email}
          </ViewLink>
        ) : null}
      </div>
      <p className="-my-1 flex items-center gap-1 text-ink-soft text-xs">
        <code className="wrap-anywhere">{job.id}</code>
        <CopyButton text={job.id} label={t("panel.copy", { what: t("panel.id") })} />
      </p>
      {actions ? (
        <div className="flex flex-wrap gap-2">
          <ActionButtons jobs={[job]} />
          <Button
            variant="quiet"
            size="sm"
            onClick={() => actions.pausePerson({ id: job.user_id, email: email ?? "–" })}
          >
            <CirclePause aria-hidden="true" />
            {t("pauses.pausePerson")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Section({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col">
      <h3 className="mb-2 flex items-baseline justify-between gap-3 font-bold font-sans text-base">
        {title}
        {note ? <span className="font-normal text-ink-soft text-xs">{note}</span> : null}
      </h3>
      {children}
    </section>
  );
}

function Body({ timeline }: { timeline: JobTimeline }) {
  const t = useTranslations("admin.panel");
  const { job, events, predictions, children, depends_on, unblocks } = timeline;
  const hasRelatives = job.parent_id !== null || children.length + depends_on.length + unblocks.length > 0;
  return (
    <>
      {job.error_code ? (
        <div className="rounded-2xl bg-danger-wash p-3 text-danger">
          <code lang="en" className="font-bold text-sm">
            {job.error_code}
          </code>
          {job.error_message ? (
            <p lang="en" className="wrap-anywhere text-sm">
              {job.error_message}
            </p>
          ) : null}
        </div>
      ) : null}
      {job.status === "processing" ? (
        <div>
          <Meter value={job.progress} label={t("progress")} />
          <p className="mt-1 flex justify-between gap-3 text-ink-soft text-sm">
            <span lang="en">{job.message}</span>
            <span className="tabular-nums">{job.progress}%</span>
          </p>
        </div>
      ) : null}
      <JobFacts job={job} />
      <Section title={t("timeline")} note="UTC">
        <EventList key={job.id} events={events} />
      </Section>
      {hasRelatives ? (
        <Section title={t("relatives")}>
          <Relatives timeline={timeline} />
        </Section>
      ) : null}
      {predictions.length > 0 ? (
        <Section title={t("predictions")}>
          <PredictionList predictions={predictions} />
        </Section>
      ) : null}
      <Section title={t("data")}>
        <div className="flex flex-col gap-2">
          <JsonFold title={t("payload")} value={job.payload} />
          {job.result ? <JsonFold title={t("result")} value={job.result} /> : null}
          {job.error_detail ? <JsonFold title={t("errorDetail")} value={job.error_detail} /> : null}
        </div>
      </Section>
    </>
  );
}

function PanelSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} className="h-12" />
      ))}
    </div>
  );
}
