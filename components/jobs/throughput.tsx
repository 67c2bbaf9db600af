"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { JobStatistics } from "@/lib/jobs/statistics-schema";
import { useTicking } from "./use-ticking";

type Minute = JobStatistics["throughput"][number];

const height = 48;
const step = 10;
const minuteMs = 60_000;

/** The 60 minutes until now: what has gone by leaves at the left, and minutes without news come in at the right. */
function window60(minutes: Minute[], lastMinute: number): Minute[] {
  const known = new Map(minutes.map((minute) => [Date.parse(minute.minute), minute]));
  return Array.from({ length: 60 }, (_, index) => {
    const at = lastMinute - (59 - index) * minuteMs;
    return known.get(at) ?? { minute: new Date(at).toISOString(), completed: 0, failed: 0 };
  });
}

/** What ended in each of the last 60 minutes, as bars, with the same in words. */
export function Throughput({ statistics }: { statistics: JobStatistics }) {
  const t = useTranslations("admin.throughput");
  const format = useFormatter();
  const read = Math.floor(Date.parse(statistics.at) / minuteMs) * minuteMs;
  const present = useTicking((now) => Math.floor(now / minuteMs) * minuteMs) ?? read;
  const minutes = window60(statistics.throughput, Math.max(present, read));
  const busiest = minutes.reduce((most, minute) =>
    minute.completed + minute.failed > most.completed + most.failed ? minute : most,
  );
  const top = busiest.completed + busiest.failed;
  const completed = minutes.reduce((sum, minute) => sum + minute.completed, 0);
  const failed = minutes.reduce((sum, minute) => sum + minute.failed, 0);
  const scale = height / Math.max(top, 4);
  const words =
    top === 0
      ? t("none")
      : t("words", {
          completed,
          failed,
          most: top,
          minute: format.dateTime(new Date(busiest.minute), { timeStyle: "short" }),
        });
  return (
    <section className="flex min-h-32 min-w-0 flex-1 flex-col rounded-card bg-surface px-4 py-3 shadow-card">
      <header className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-bold font-sans text-ink-soft text-sm">{t("title")}</h2>
        <p className="text-ink-soft text-xs">{t("peak", { count: top })}</p>
      </header>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${60 * step} ${height}`}
        preserveAspectRatio="none"
        className="min-h-14 w-full flex-1"
      >
        <rect x={0} y={height - 1} width={60 * step} height={1} className="fill-line" />
        {minutes.map((minute, index) => {
          const good = minute.completed * scale;
          const bad = minute.failed * scale;
          return (
            <g key={minute.minute}>
              <rect
                x={index * step + 1}
                y={height - good}
                width={step - 2}
                height={good}
                className="fill-leaf"
              />
              <rect
                x={index * step + 1}
                y={height - good - bad}
                width={step - 2}
                height={bad}
                className="fill-danger"
              />
            </g>
          );
        })}
      </svg>
      <p aria-hidden="true" className="mt-1 flex justify-between text-ink-soft text-xs">
        <span>{t("begin")}</span>
        <span className="flex gap-3">
          <span className="flex items-center gap-1">
            <span className="size-2 rounded-full bg-leaf" />
            {t("completed")}
          </span>
          <span className="flex items-center gap-1">
            <span className="size-2 rounded-full bg-danger" />
            {t("failed")}
          </span>
        </span>
        <span>{t("end")}</span>
      </p>
    </section>
  );
}
