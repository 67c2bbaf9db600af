"use client";

import { CirclePause, Hourglass, Play, Skull } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { useResumeJobs } from "@/lib/jobs/mutations";
import type { JobPause, JobStatistics } from "@/lib/jobs/statistics-schema";
import { problemCode } from "@/lib/problem";
import { useSpan } from "./times";
import { useTicking } from "./use-ticking";
import { ViewLink } from "./view-link";

/** One decision may hold several types: they were paused in the same moment for the same reason. */
function byDecision(pauses: JobPause[]): JobPause[][] {
  const groups = new Map<string, JobPause[]>();
  for (const pause of pauses) {
    const key = pause.type ? [pause.paused_at, pause.reason, pause.paused_by_email].join(" ") : pause.id;
    groups.set(key, [...(groups.get(key) ?? []), pause]);
  }
  return [...groups.values()];
}

function Notice({ icon, children, action }: { icon: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-3xl bg-sun-wash px-4 py-3 text-sun-ink [&>svg]:size-6 [&>svg]:shrink-0">
      {icon}
      <div className="min-w-0 flex-1 basis-56">{children}</div>
      {action}
    </li>
  );
}

function PauseNotice({ pauses, isAdmin }: { pauses: JobPause[]; isAdmin: boolean }) {
  const t = useTranslations("admin.pauses");
  const tType = useTranslations("admin.types");
  const tError = useTranslations("errors");
  const format = useFormatter();
  const resume = useResumeJobs();
  const [first] = pauses;
  if (!first) return null;
  const types = pauses.flatMap(({ type }) => (type ? [tType(type)] : []));
  const headline =
    types.length > 0
      ? t("types", { types: format.list(types, { type: "conjunction" }), count: types.length })
      : first.user_id
        ? t("person", { email: first.user_email ?? "–" })
        : t("everything");
  const at = format.dateTime(new Date(first.paused_at), { dateStyle: "medium", timeStyle: "short" });
  const handleResume = () =>
    resume.mutate(
      pauses.map(({ id }) => id),
      { onError: (error) => toasts.add({ title: tError(problemCode(error)), type: "error" }) },
    );
  return (
    <Notice
      icon={<CirclePause aria-hidden="true" />}
      action={
        isAdmin ? (
          <Button variant="secondary" size="sm" busy={resume.isPending} onClick={handleResume}>
            <Play aria-hidden="true" />
            {t("resume")}
          </Button>
        ) : null
      }
    >
      <p className="font-bold">
        {headline}
        {first.reason === "provider_refused" ? ` ${t("refused")}` : null}
      </p>
      {first.reason && first.reason !== "provider_refused" ? (
        <p className="wrap-anywhere">{t("reason", { reason: first.reason })}</p>
      ) : null}
      <p className="text-sm">
        {first.paused_by_email ? t("by", { email: first.paused_by_email, at }) : t("byStudio", { at })}
      </p>
    </Notice>
  );
}

function HeldNotice({ until }: { until: string }) {
  const t = useTranslations("admin");
  const span = useSpan();
  const left = useTicking((now) => (Date.parse(until) > now ? span((Date.parse(until) - now) / 1000) : ""));
  if (!left) return null;
  return (
    <Notice icon={<Hourglass aria-hidden="true" />}>
      <p className="font-bold">{t("held", { span: left })}</p>
    </Notice>
  );
}

/** What an operator must know before reading any figure: what is held back, and what was given up. */
export function Notices({ statistics, isAdmin }: { statistics: JobStatistics; isAdmin: boolean }) {
  const t = useTranslations("admin");
  const { pauses, provider_held_until: held, set_aside: poisoned } = statistics;
  return (
    <ul aria-label={t("notices")} className="flex flex-col gap-2 empty:hidden">
      {byDecision(pauses).map((group) => (
        <PauseNotice key={group[0]?.id} pauses={group} isAdmin={isAdmin} />
      ))}
      {held ? <HeldNotice until={held} /> : null}
      {poisoned > 0 ? (
        <Notice
          icon={<Skull aria-hidden="true" />}
          action={
            <ViewLink
              filter={{ status: ["failed"], text: "worker_died" }}
              className="rounded-full font-bold underline underline-offset-4"
            >
              {t("showThem")}
            </ViewLink>
          }
        >
          <p className="font-bold">{t("setAside", { count: poisoned })}</p>
        </Notice>
      ) : null}
    </ul>
  );
}
