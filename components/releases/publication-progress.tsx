"use client";

import { useQuery } from "@tanstack/react-query";
import { LoaderCircle, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Meter } from "@/components/ui/meter";
import { toasts } from "@/components/ui/toast";
import { draftJobQuery } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/schema";
import { useCancelJob } from "@/lib/jobs/mutations";
import type { Job } from "@/lib/jobs/schema";

/** How far a publication is, and the way to stop it for whoever may. */
export function PublicationProgress({ job, canStop }: { job: Job; canStop: boolean }) {
  const t = useTranslations("publish");
  const problemText = useProblemText();
  const cancel = useCancelJob();
  const handleStop = () =>
    cancel.mutate(job.id, {
      onError: (error) => toasts.add({ title: problemText(error), type: "error" }),
    });
  return (
    <div className="flex items-center gap-3">
      <Meter value={job.progress} label={t("working")} className="h-3 flex-1" />
      <span className="text-sm tabular-nums">
        {t("step", { done: job.current_step, total: job.total_steps })}
      </span>
      {canStop ? (
        <Button variant="quiet" onClick={handleStop} busy={cancel.isPending}>
          <Square aria-hidden="true" className="fill-current" />
          {t("stop")}
        </Button>
      ) : null}
    </div>
  );
}

/** The publication that is being made of a draft, if there is one. */
export function PublicationOnItsWay({ draft }: { draft: Draft }) {
  const t = useTranslations("publish");
  const jobId = draft.status === "publishing" ? draft.active_job_id : null;
  const { data: job } = useQuery(draftJobQuery(draft.id, jobId));
  if (!jobId) return null;
  return (
    <section className="flex flex-col gap-3 rounded-card bg-sea-wash p-5 text-sea-ink">
      <h2 className="flex items-center gap-2 text-xl">
        <LoaderCircle aria-hidden="true" className="size-5 animate-spin" />
        {t("working")}
      </h2>
      {job ? <PublicationProgress job={job} canStop={draft.my_role === "owner"} /> : null}
    </section>
  );
}
