"use client";

import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { JobTimeline } from "@/lib/jobs/timeline-schema";
import { useSpan } from "./times";

type JobEvent = JobTimeline["events"][number];

const shownAtFirst = 30;

const dots: Partial<Record<Tone, string>> = {
  plain: "bg-line-strong",
  sea: "bg-sea",
  leaf: "bg-leaf",
  danger: "bg-danger",
  sun: "bg-sun",
};

function toneOf({ event }: JobEvent): Tone {
  if (event === "completed") return "leaf";
  if (event === "failed") return "danger";
  if (event === "cancelled" || event === "requeued" || event === "deferred") return "sun";
  return event === "started" || event === "progressed" || event === "retried" ? "sea" : "plain";
}

/** Data of an event in one line: what is null or told elsewhere is left out. */
function DataLine({ data }: { data: NonNullable<JobEvent["data"]> }) {
  const entries = Object.entries(data).filter(([, value]) => value !== null && value !== "");
  if (entries.length === 0) return null;
  return (
    <dl lang="en" className="mt-0.5 flex flex-wrap gap-x-3 text-ink-soft text-xs">
      {entries.map(([key, value]) => (
        <div key={key} className="flex gap-1">
          <dt>{key}</dt>
          <dd className="wrap-anywhere font-semibold text-ink">
            {typeof value === "object" ? JSON.stringify(value) : String(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EventItem({ event, sinceBefore }: { event: JobEvent; sinceBefore: number | null }) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const span = useSpan();
  const name = `events.${event.event}` as "events.created";
  const at = new Date(event.created_at);
  const { from_status: from, to_status: to } = event;
  return (
    <li className="relative grid grid-cols-[auto_1fr] gap-x-3 pb-3 last:pb-0">
      <span
        aria-hidden="true"
        className={cn("z-1 mt-1.5 size-2.5 rounded-full ring-4 ring-surface", dots[toneOf(event)])}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-bold">{t.has(name) ? t(name) : event.event}</span>
          <time dateTime={event.created_at} className="text-ink-soft text-xs tabular-nums">
            {sinceBefore !== null ? `+${span(sinceBefore)} · ` : null}
            {format.dateTime(at, {
              day: "numeric",
              month: "short",
              hour: "2-digit",
              minute: "2-digit",
              second: "2-digit",
            })}
          </time>
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-ink-soft text-sm">
          {from && to && from !== to ? (
            <span className="inline-flex items-center gap-1">
              {t(`statuses.${from}`)}
              <ArrowRight role="img" aria-label={t("panel.becomes")} className="size-3.5" />
              {t(`statuses.${to}`)}
            </span>
          ) : null}
          <span className="wrap-anywhere" lang={event.actor_email ? undefined : "en"}>
            {event.actor_email ?? event.actor}
          </span>
        </p>
        {event.data ? <DataLine data={event.data} /> : null}
      </div>
    </li>
  );
}

/** The trail of a job, oldest first: what happened, who did it, from which status to which. */
export function EventList({ events }: Pick<JobTimeline, "events">) {
  const t = useTranslations("admin.panel");
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? events : events.slice(-shownAtFirst);
  const hidden = events.length - shown.length;
  return (
    <>
      {hidden > 0 ? (
        <Button variant="quiet" size="sm" onClick={() => setIsWhole(true)} className="mb-2 self-start">
          {t("earlier", { count: hidden })}
        </Button>
      ) : null}
      <ol className="relative before:absolute before:top-2 before:bottom-2 before:left-[4px] before:w-0.5 before:bg-line">
        {shown.map((event, index) => {
          const before = events[hidden + index - 1];
          const apart = before ? (Date.parse(event.created_at) - Date.parse(before.created_at)) / 1000 : null;
          return <EventItem key={event.sequence} event={event} sinceBefore={apart} />;
        })}
      </ol>
    </>
  );
}
