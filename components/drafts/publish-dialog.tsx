"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { PublicationProgress } from "@/components/releases/publication-progress";
import { PublishForm } from "@/components/releases/publish-form";
import { PublishedLink } from "@/components/releases/published-link";
import { useCommands } from "@/components/site/commands";
import { useProblemText } from "@/components/site/use-problem-text";
import { buttonVariants } from "@/components/ui/button-variants";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { usePublishDraft } from "@/lib/drafts/mutations";
import { draftJobQuery } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/schema";

interface PublishDialogProps {
  draft: Draft;
  readyCount: number;
  children: ReactNode;
}

/** Who may see it and what is to be known before, how far it is, then its address. */
export function PublishDialog({ draft, readyCount, children }: PublishDialogProps) {
  const t = useTranslations("publish");
  const problemText = useProblemText();
  const publish = usePublishDraft(draft.id);
  const [askedFor, setJobId] = useState<string | null>(null);
  // Somebody may have asked for it elsewhere.
  const jobId = askedFor ?? (draft.status === "publishing" ? draft.active_job_id : null);
  const { data: job } = useQuery(draftJobQuery(draft.id, jobId));
  const isOut = job?.status === "completed";
  const hasFailed = job?.status === "failed";
  const isStopped = job?.status === "cancelled";
  const isWorking = draft.status === "publishing" || (jobId !== null && !isOut && !hasFailed && !isStopped);

  const [isOpen, setIsOpen] = useState(false);
  const isMaking = draft.status === "generating";

  const handleOpen = (next: boolean) => {
    setIsOpen(next);
    if (!next || isWorking || publish.isPending) return;
    setJobId(null);
    publish.reset();
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
  return (
    <Dialog open={isOpen} onOpenChange={handleOpen}>
      <DialogTrigger className={buttonVariants()} disabled={isMaking}>
        {children}
      </DialogTrigger>
      <DialogContent
        title={isOut ? t("doneTitle") : isWorking ? t("working") : t("title")}
        description={isOut ? t("doneText") : isWorking ? t("workingText") : t("text", { count: readyCount })}
        closeLabel={t("close")}
      >
        <p role="status" className="sr-only">
          {isOut ? t("doneTitle") : isWorking ? t("working") : null}
        </p>
        {isOut ? (
          <PublishedLink draftId={draft.id} />
        ) : isWorking ? (
          job ? (
            <PublicationProgress job={job} canStop />
          ) : (
            <Skeleton className="h-11" />
          )
        ) : (
          <PublishForm
            draftId={draft.id}
            visibility={draft.visibility === "unlisted" ? "unlisted" : "public"}
            error={publish.error ? problemText(publish.error) : hasFailed ? t("failed") : null}
            notice={isStopped ? <p aria-live="polite">{t("stopped")}</p> : null}
            isAsking={publish.isPending}
            onPublish={(input) => publish.mutate(input, { onSuccess: ({ jobId: asked }) => setJobId(asked) })}
            onLeave={() => setIsOpen(false)}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
