"use client";

import {
  Ban,
  CircleAlert,
  CircleCheck,
  CirclePause,
  Clock,
  Hourglass,
  LoaderCircle,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { JobStatus } from "@/lib/contract/statuses";
import type { Job, StaffJob } from "@/lib/jobs/schema";
import { useTicking } from "./use-ticking";

type Look = JobStatus | "delayed" | "blocked";

const looks: Record<Look, { tone: Tone; icon: ReactNode }> = {
  pending: { tone: "plain", icon: <Hourglass aria-hidden="true" /> },
  delayed: { tone: "plain", icon: <Clock aria-hidden="true" /> },
  blocked: { tone: "plain", icon: <CirclePause aria-hidden="true" /> },
  processing: {
    tone: "sea",
    icon: <LoaderCircle aria-hidden="true" className="motion-safe:animate-spin" />,
  },
  completed: { tone: "leaf", icon: <CircleCheck aria-hidden="true" /> },
  failed: { tone: "danger", icon: <CircleAlert aria-hidden="true" /> },
  cancelled: { tone: "sun", icon: <Ban aria-hidden="true" /> },
};

/** A waiting job waits for its turn, for its time, or for another job. */
function lookOf(job: Job | StaffJob, now: number): Look {
  if (job.status !== "pending" || !("unmet_dependencies" in job)) return job.status;
  if (job.unmet_dependencies > 0) return "blocked";
  return Date.parse(job.run_at) > now ? "delayed" : "pending";
}

export function StatusBadge({ job }: { job: Job | StaffJob }) {
  const t = useTranslations("admin.statuses");
  const tFigure = useTranslations("admin.figures");
  const look = useTicking((now) => lookOf(job, now)) ?? job.status;
  const { tone, icon } = looks[look];
  return (
    <Badge tone={tone} className="h-6 px-2 text-[0.8125rem]">
      {icon}
      {look === "delayed" || look === "blocked" ? tFigure(look) : t(look)}
    </Badge>
  );
}

/** The status of a relative, of which no more is known. */
export function PlainStatusBadge({ status }: { status: JobStatus }) {
  const t = useTranslations("admin.statuses");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} className="h-6 px-2 text-[0.8125rem]">
      {icon}
      {t(status)}
    </Badge>
  );
}

/** Nobody looks after this job. */
export function StuckBadge() {
  const t = useTranslations("admin");
  return (
    <Badge tone="danger" className="h-6 px-2 text-[0.8125rem]" title={t("stuckHint")}>
      <TriangleAlert aria-hidden="true" />
      {t("figures.stuck")}
    </Badge>
  );
}
