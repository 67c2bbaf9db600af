"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Meter } from "@/components/ui/meter";
import type { JobStatus } from "@/lib/contract/statuses";
import type { Job } from "@/lib/jobs/schema";

const tones: Record<JobStatus, Tone> = {
  pending: "plain",
  processing: "sea",
  completed: "leaf",
  failed: "danger",
  cancelled: "sun",
};

const cell =
  "lg:border-b lg:border-line lg:px-3 lg:py-2.5 lg:align-middle lg:first:pl-5 lg:last:pr-5 lg:group-last:border-b-0";

/** One job: a row on a wide screen, a small card on a phone. */
export const JobRow = memo(function JobRow({ job, now }: { job: Job; now: Date | null }) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const created = new Date(job.created_at);
  return (
    <tr
      data-job={job.id}
      className="group grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 border-line border-b px-4 py-3 last:border-b-0 lg:table-row"
    >
      <td className={`${cell} max-lg:order-2`}>
        <Badge tone={tones[job.status]}>{t(`statuses.${job.status}`)}</Badge>
      </td>
      <td className={`${cell} font-bold max-lg:order-1 ${job.parent_id ? "lg:pl-7" : ""}`}>
        {t(`types.${job.type}`)}
      </td>
      <td className={`${cell} wrap-anywhere text-sm max-lg:order-3 max-lg:text-ink-soft`}>
        {job.user_email ?? "–"}
      </td>
      <td className={`${cell} wrap-anywhere text-sm max-lg:order-5`}>{job.draft_name ?? "–"}</td>
      <td className={`${cell} max-lg:order-7 max-lg:col-span-2 lg:w-40`}>
        <span className="flex items-center gap-2">
          <Meter value={job.progress} label={t("columns.progress")} className="h-2 flex-1" />
          <span className="w-11 text-right text-ink-soft text-sm tabular-nums">
            {job.total_steps > 0 ? `${job.current_step}/${job.total_steps}` : `${job.progress}%`}
          </span>
        </span>
      </td>
      <td className={`${cell} whitespace-nowrap text-ink-soft text-sm max-lg:order-4 max-lg:text-right`}>
        <time
          dateTime={job.created_at}
          title={format.dateTime(created, { dateStyle: "medium", timeStyle: "medium" })}
        >
          {now ? format.relativeTime(created, now) : ""}
        </time>
      </td>
      <td className={`${cell} text-sm max-lg:order-6 max-lg:text-right`}>
        {job.error_code ? (
          <code
            title={job.error_message ?? undefined}
            className="rounded-lg bg-danger-wash px-2 py-1 text-danger"
          >
            {job.error_code}
          </code>
        ) : null}
      </td>
    </tr>
  );
});
