"use client";

import { CornerDownRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { Meter } from "@/components/ui/meter";
import { cn } from "@/lib/cn";
import type { StaffJob } from "@/lib/jobs/schema";
import { StatusBadge, StuckBadge } from "./job-status";
import { Ago, Took } from "./times";
import { openJob } from "./use-view";

interface JobRowProps {
  job: StaffJob;
  href: string;
  isStuck: boolean;
  isOpen: boolean;
  /** Null for those who may not change anything. */
  isSelected: boolean | null;
  onSelect: (jobId: string) => void;
}

const cell = "lg:border-line lg:border-b lg:px-2 lg:py-1.5 lg:align-middle lg:group-last:border-b-0";

/** One job: a row on a wide screen, a small card on a phone. A press anywhere on it opens the job. */
export const JobRow = memo(function JobRow({
  job,
  href,
  isStuck,
  isOpen,
  isSelected,
  onSelect,
}: JobRowProps) {
  const t = useTranslations("admin");

  const handleClick = (event: MouseEvent<HTMLTableRowElement>) => {
    const target = event.target as HTMLElement;
    if (event.metaKey || event.ctrlKey || event.shiftKey || target.closest("input, label")) return;
    // Whoever marks text to copy it does not want to go anywhere.
    if (window.getSelection()?.toString()) return;
    event.preventDefault();
    openJob(job.id);
  };

  return (
    <tr
      data-job={job.id}
      onClick={handleClick}
      className={cn(
        "group grid cursor-pointer grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2.5 last:border-b-0 hover:bg-paper focus-within:bg-paper lg:table-row",
        isSelected !== null && "grid-cols-[auto_1fr_auto]",
        isOpen && "bg-sun-wash hover:bg-sun-wash focus-within:bg-sun-wash",
      )}
    >
      {isSelected === null ? null : (
        <td className={`${cell} lg:w-10 lg:pr-0 lg:pl-4 max-lg:row-span-3 max-lg:-ml-2 max-lg:self-start`}>
          <label className="grid size-8 pointer-coarse:size-11 place-items-center">
            <input
              type="checkbox"
              checked={isSelected}
              onChange={() => onSelect(job.id)}
              aria-label={t("select", { job: t(`types.${job.type}`), draft: job.draft_name ?? "–" })}
              className="size-4.5 accent-berry"
            />
          </label>
        </td>
      )}
      <td className={`${cell} lg:w-36 xl:w-48 ${isSelected === null ? "lg:pl-5" : ""} max-lg:order-2`}>
        <span className="flex flex-wrap items-center gap-1 max-lg:justify-end">
          {isStuck ? <StuckBadge /> : null}
          <StatusBadge job={job} />
        </span>
      </td>
      <td className={`${cell} max-lg:order-1`}>
        <a
          href={href}
          aria-current={isOpen ? "true" : undefined}
          className="flex items-center gap-1.5 rounded-lg font-bold"
        >
          {job.parent_id ? (
            <CornerDownRight aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
          ) : null}
          {t(`types.${job.type}`)}
        </a>
      </td>
      <td className={`${cell} wrap-anywhere max-w-44 text-sm max-lg:order-3`}>{job.draft_name ?? "–"}</td>
      <td
        className={`${cell} max-w-52 text-ink-soft text-sm max-lg:order-5 lg:truncate`}
        title={job.user_email ?? undefined}
      >
        <span className="wrap-anywhere">{job.user_email ?? "–"}</span>
      </td>
      <td
        className={cn(
          cell,
          "max-lg:order-7 max-lg:col-span-2 lg:w-32",
          job.status !== "processing" && "max-lg:hidden",
        )}
      >
        <span className="flex items-center gap-2">
          <Meter value={job.progress} label={t("columns.progress")} className="h-1.5 flex-1" />
          <span className="w-10 text-right text-ink-soft text-sm tabular-nums">
            {job.total_steps > 1 ? `${job.current_step}/${job.total_steps}` : `${job.progress}%`}
          </span>
        </span>
      </td>
      <td className={`${cell} w-12 text-right text-ink-soft text-sm tabular-nums max-xl:hidden`}>
        {job.priority}
      </td>
      <td className={`${cell} whitespace-nowrap text-right text-ink-soft text-sm max-lg:order-4`}>
        <Ago at={job.created_at} />
      </td>
      <td className={`${cell} whitespace-nowrap text-right text-ink-soft text-sm max-lg:hidden`}>
        <Took from={job.started_at} to={job.completed_at} />
      </td>
      <td className={`${cell} text-sm lg:pr-5 max-lg:order-6 max-lg:text-right`}>
        {job.error_code ? (
          <code
            lang="en"
            title={job.error_message ?? undefined}
            className="wrap-anywhere rounded-md bg-danger-wash px-1.5 py-0.5 text-[0.8125rem] text-danger"
          >
            {job.error_code}
          </code>
        ) : null}
      </td>
    </tr>
  );
});
