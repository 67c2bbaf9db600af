"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { JobTimeline } from "@/lib/jobs/timeline-schema";
import { Ago, Took, Until, useSpan } from "./times";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft text-xs">{name}</dt>
      <dd className="wrap-anywhere font-semibold text-sm">{children}</dd>
    </div>
  );
}

/** Numbers and moments of a job; what does not apply is left out. */
export function JobFacts({ job }: { job: JobTimeline["job"] }) {
  const t = useTranslations("admin.facts");
  const format = useFormatter();
  const span = useSpan();
  const isOpen = job.status === "pending" || job.status === "processing";
  const staff = "run_at" in job ? job : null;
  const money = (micros: number) =>
    format.number(micros / 1_000_000, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-2.5 xs:grid-cols-3">
      <Fact name={t("created")}>
        <Ago at={job.created_at} />
      </Fact>
      {job.started_at ? (
        <Fact name={t("started")}>
          <Ago at={job.started_at} />
        </Fact>
      ) : null}
      {job.started_at ? (
        <Fact name={job.completed_at ? t("took") : t("running")}>
          <Took from={job.started_at} to={job.completed_at} />
          {job.estimated_duration_ms ? (
            <span className="font-normal text-ink-soft">
              {" "}
              {t("estimated", { span: span(job.estimated_duration_ms / 1000) })}
            </span>
          ) : null}
        </Fact>
      ) : null}
      <Fact name={t("priority")}>{job.priority}</Fact>
      <Fact name={t("attempts")}>
        {t("attemptsOf", { attempt: job.attempt, retries: job.retry_count, most: job.max_retries })}
      </Fact>
      {staff && staff.death_count > 0 ? <Fact name={t("deaths")}>{staff.death_count}</Fact> : null}
      {staff && job.status === "pending" && staff.unmet_dependencies > 0 ? (
        <Fact name={t("waitsFor")}>{t("waitsForCount", { count: staff.unmet_dependencies })}</Fact>
      ) : null}
      {staff && job.status === "pending" ? (
        <Fact name={t("due")}>
          <Until at={staff.run_at} past={(past) => t("ago", { span: past })} />
        </Fact>
      ) : null}
      {staff?.expires_at && job.status === "pending" && !job.started_at ? (
        <Fact name={t("expires")}>
          <Until at={staff.expires_at} past={(past) => t("ago", { span: past })} />
        </Fact>
      ) : null}
      {staff?.lease_owner && isOpen ? <Fact name={t("worker")}>{staff.lease_owner}</Fact> : null}
      {staff?.lease_expires_at && isOpen ? (
        <Fact name={t("lease")}>
          <Until at={staff.lease_expires_at} past={(past) => t("ago", { span: past })} />
        </Fact>
      ) : null}
      {job.model ? <Fact name={t("model")}>{job.model}</Fact> : null}
      {job.credits > 0 ? <Fact name={t("credits")}>{format.number(job.credits)}</Fact> : null}
      {staff?.cost_micros ? <Fact name={t("cost")}>{money(staff.cost_micros)}</Fact> : null}
    </dl>
  );
}
