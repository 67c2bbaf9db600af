"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import type { JobType } from "@/lib/contract/jobs";
import type { JobStatus } from "@/lib/contract/statuses";
import type { Job, StaffJob } from "@/lib/jobs/schema";
import type { JobTimeline } from "@/lib/jobs/timeline-schema";
import { PlainStatusBadge, StatusBadge } from "./job-status";
import { openJob } from "./use-view";
import { ViewLink } from "./view-link";

interface Neighbour {
  id: string;
  type: JobType;
  status: JobStatus;
}

const most = 40;

/** Opens another job in the same panel. */
export function JobLink({
  id,
  children,
  className,
}: {
  id: string;
  children: ReactNode;
  className?: string;
}) {
  const handleClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openJob(id);
  };
  return (
    <a href={`/admin?job=${id}`} onClick={handleClick} className={className}>
      {children}
    </a>
  );
}

function Group({
  title,
  jobs,
  rest,
}: {
  title: string;
  jobs: (Neighbour | Job | StaffJob)[];
  rest?: ReactNode;
}) {
  const t = useTranslations("admin");
  if (jobs.length === 0) return null;
  return (
    <div>
      <h4 className="mb-1 font-bold font-sans text-ink-soft text-xs">{title}</h4>
      <ul className="overflow-hidden rounded-2xl border border-line">
        {jobs.slice(0, most).map((job) => (
          <li key={job.id} className="border-line border-b last:border-b-0">
            <JobLink
              id={job.id}
              className="flex min-h-11 items-center justify-between gap-3 px-3 py-1 -outline-offset-3 hover:bg-paper"
            >
              <span className="font-semibold text-sm">
                {t(`types.${job.type}`)}{" "}
                <span lang="en" className="font-normal text-ink-soft text-xs">
                  {job.id.slice(0, 8)}
                </span>
              </span>
              {"created_at" in job ? <StatusBadge job={job} /> : <PlainStatusBadge status={job.status} />}
            </JobLink>
          </li>
        ))}
      </ul>
      {rest}
    </div>
  );
}

/** The request that a job belongs to, its pieces, what it waits for and what waits for it. */
export function Relatives({ timeline }: { timeline: JobTimeline }) {
  const t = useTranslations("admin.panel");
  const { job, children, depends_on, unblocks } = timeline;
  return (
    <div className="flex flex-col gap-3">
      {job.parent_id ? (
        <JobLink id={job.parent_id} className="self-start font-bold text-sm underline underline-offset-4">
          {t("parent")}
        </JobLink>
      ) : null}
      <Group title={t("dependsOn")} jobs={depends_on} />
      <Group title={t("unblocks")} jobs={unblocks} />
      <Group
        title={t("children", { count: children.length })}
        jobs={children}
        rest={
          <ViewLink
            filter={{ parent_id: job.id }}
            className="mt-2 inline-block font-bold text-sm underline underline-offset-4"
          >
            {t("listChildren")}
          </ViewLink>
        }
      />
    </div>
  );
}
