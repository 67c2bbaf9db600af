"use client";

import { useQuery } from "@tanstack/react-query";
import { Globe, Link2, LoaderCircle, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useCommands } from "@/components/site/commands";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Meter } from "@/components/ui/meter";
import { usePublishDraft } from "@/lib/drafts/mutations";
import { draftJobQuery } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/schema";
import { useCancelJob } from "@/lib/jobs/mutations";
import type { Publish } from "@/lib/releases/schema";
import { PublishSummary } from "./publish-summary";
import { PublishedLink } from "./published-link";

interface PublishDialogProps {
  draft: Draft;
  readyCount: number;
  children: ReactNode;
}

const choices = [
  { visibility: "public", icon: <Globe aria-hidden="true" className="size-7" /> },
  { visibility: "unlisted", icon: <Link2 aria-hidden="true" className="size-7" /> },
] as const;

/** Who may see it, then its address. */
export function PublishDialog({ draft, readyCount, children }: PublishDialogProps) {
  const t = useTranslations("publish");
  const problemText = useProblemText();
  const publish = usePublishDraft(draft.id);
  const cancel = useCancelJob();
  const [visibility, setVisibility] = useState<Publish["visibility"]>("public");
  const [askedFor, setJobId] = useState<string | null>(null);
  // Somebody may have asked for it elsewhere.
  const jobId = askedFor ?? (draft.status === "publishing" ? draft.active_job_id : null);
  const { data: job } = useQuery(draftJobQuery(draft.id, jobId));
  const isOut = job?.status === "completed";
  const hasFailed = job?.status === "failed";
  const isStopped = job?.status === "cancelled";
  const isWorking =
    publish.isPending ||
    draft.status === "publishing" ||
    (jobId !== null && !isOut && !hasFailed && !isStopped);

  const [isOpen, setIsOpen] = useState(false);
  const isMaking = draft.status === "generating";

  const handleOpen = (next: boolean) => {
    setIsOpen(next);
    if (!next || isWorking) return;
    setJobId(null);
    publish.reset();
    setVisibility(draft.visibility === "unlisted" ? "unlisted" : "public");
  };
  useCommands(
    isMaking
      ? []
      : [
          {
            id: "publish",
            label: t("command"),
            icon: <Send aria-hidden="true" />,
            run: () => handleOpen(true),
          },
        ],
  );
  const handlePublish = () => publish.mutate({ visibility }, { onSuccess: ({ jobId }) => setJobId(jobId) });

  return (
    <Dialog open={isOpen} onOpenChange={handleOpen}>
      <DialogTrigger className={buttonVariants()} disabled={isMaking}>
        {children}
      </DialogTrigger>
      <DialogContent
        title={isOut ? t("doneTitle") : t("title")}
        description={isOut ? t("doneText") : t("text", { count: readyCount })}
        closeLabel={t("close")}
      >
        {isOut ? (
          <PublishedLink draftId={draft.id} />
        ) : (
          <>
            <fieldset disabled={isWorking} className="grid gap-3 sm:grid-cols-2">
              <legend className="sr-only">{t("who")}</legend>
              {choices.map((choice) => (
                <label
                  key={choice.visibility}
                  className="flex cursor-pointer flex-col gap-2 rounded-3xl border-2 border-line p-4 has-checked:border-sun has-checked:bg-sun-wash has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
                >
                  <input
                    type="radio"
                    name="visibility"
                    checked={visibility === choice.visibility}
                    onChange={() => setVisibility(choice.visibility)}
                    className="sr-only"
                  />
                  <span className="text-sun-ink">{choice.icon}</span>
                  <span className="font-bold text-lg">{t(`${choice.visibility}.name`)}</span>
                  <span className="text-ink-soft text-sm">{t(`${choice.visibility}.text`)}</span>
                </label>
              ))}
            </fieldset>
            {publish.error ? <FormError>{problemText(publish.error)}</FormError> : null}
            {hasFailed ? <FormError>{t("failed")}</FormError> : null}
            {isStopped ? <p aria-live="polite">{t("stopped")}</p> : null}
            {isWorking ? null : <PublishSummary draftId={draft.id} />}
            {isWorking && job ? (
              <div className="flex items-center gap-3">
                <Meter value={job.progress} label={t("working")} className="flex-1" />
                <span className="text-sm tabular-nums">
                  {t("step", { done: job.current_step, total: job.total_steps })}
                </span>
                <Button variant="quiet" onClick={() => cancel.mutate(job.id)} busy={cancel.isPending}>
                  {t("stop")}
                </Button>
              </div>
            ) : null}
            <Button size="lg" onClick={handlePublish} busy={isWorking}>
              {isWorking ? <LoaderCircle aria-hidden="true" className="animate-spin" /> : null}
              {isWorking ? t("working") : t("action")}
            </Button>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
