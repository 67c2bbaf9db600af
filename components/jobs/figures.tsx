"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { DashboardFilter } from "@/lib/jobs/filter";
import type { JobStatistics } from "@/lib/jobs/statistics-schema";
import { useSpan } from "./times";
import { useTicking } from "./use-ticking";
import { ViewLink } from "./view-link";

interface FigureProps {
  label: string;
  hint?: string;
  /** Which jobs the figure counts, when the list can show them. */
  filter?: DashboardFilter;
  tone?: "danger" | "sea" | "leaf" | undefined;
  children: ReactNode;
}

const tones = { danger: "text-danger", sea: "text-sea-ink", leaf: "text-leaf-ink" };

function Figure({ label, hint, filter, tone, children }: FigureProps) {
  const body = (
    <>
      <span className="block hyphens-auto wrap-break-word font-bold text-ink-soft text-sm leading-tight">
        {label}
      </span>
      <span
        className={cn(
          "block font-display font-bold text-2xl leading-tight tabular-nums",
          tone && tones[tone],
        )}
      >
        {children}
      </span>
      <span className="block min-h-4 truncate text-ink-soft text-xs">{hint}</span>
    </>
  );
  return (
    <li className="min-w-0 bg-surface">
      {filter ? (
        <ViewLink
          filter={filter}
          className="block h-full px-3 py-2 -outline-offset-3 hover:bg-paper lg:px-3.5"
        >
          {body}
        </ViewLink>
      ) : (
        <div className="px-3 py-2 lg:px-3.5">{body}</div>
      )}
    </li>
  );
}

/** How many minutes of the statistics' hour have gone by since they were read. */
function useMinutesGone(statistics: JobStatistics): number {
  return useTicking((now) => Math.max(0, Math.floor((now - Date.parse(statistics.at)) / 60_000))) ?? 0;
}

/** How the engine does right now. What only time changes goes on by the clock. */
export function Figures({ statistics }: { statistics: JobStatistics }) {
  const t = useTranslations("admin.figures");
  const format = useFormatter();
  const span = useSpan();
  const { counts, last_hour, queue_age_seconds, stuck } = statistics;
  const gone = statistics.throughput.slice(0, useMinutesGone(statistics));
  const completed = Math.max(
    0,
    last_hour.completed - gone.reduce((sum, minute) => sum + minute.completed, 0),
  );
  const failed = Math.max(0, last_hour.failed - gone.reduce((sum, minute) => sum + minute.failed, 0));
  const ended = completed + failed;
  const age = useTicking((now) =>
    queue_age_seconds === null
      ? "–"
      : span(queue_age_seconds + Math.max(0, now - Date.parse(statistics.at)) / 1000, 1),
  );
  const rate = ended > 0 ? failed / ended : null;
  return (
    <section aria-label={t("title")}>
      <ul className="grid grid-cols-3 gap-px overflow-hidden rounded-card bg-line shadow-card lg:grid-cols-9">
        <Figure label={t("waiting")} hint={t("waitingHint")} filter={{ status: ["pending"] }}>
          {format.number(counts.waiting)}
        </Figure>
        <Figure
          label={t("running")}
          hint={t("runningHint")}
          filter={{ status: ["processing"] }}
          tone={counts.running > 0 ? "sea" : undefined}
        >
          {format.number(counts.running)}
        </Figure>
        <Figure label={t("delayed")} hint={t("delayedHint")}>
          {format.number(counts.delayed)}
        </Figure>
        <Figure label={t("blocked")} hint={t("blockedHint")}>
          {format.number(counts.blocked)}
        </Figure>
        <Figure
          label={t("stuck")}
          hint={t("stuckHint")}
          filter={{ stuck: true }}
          tone={stuck > 0 ? "danger" : undefined}
        >
          {format.number(stuck)}
        </Figure>
        <Figure
          label={t("completed")}
          hint={t("lastHour")}
          filter={{ status: ["completed"] }}
          tone={completed > 0 ? "leaf" : undefined}
        >
          {format.number(completed)}
        </Figure>
        <Figure
          label={t("failed")}
          hint={t("lastHour")}
          filter={{ status: ["failed"] }}
          tone={failed > 0 ? "danger" : undefined}
        >
          {format.number(failed)}
        </Figure>
        <Figure label={t("age")} hint={t("ageHint")}>
          {age}
        </Figure>
        <Figure
          label={t("rate")}
          hint={t("lastHour")}
          tone={rate !== null && rate > 0.05 ? "danger" : undefined}
        >
          {rate === null ? "–" : format.number(rate, { style: "percent", maximumFractionDigits: 1 })}
        </Figure>
      </ul>
    </section>
  );
}
