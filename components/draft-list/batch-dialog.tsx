"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins, Hourglass, ListOrdered, Sparkles } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { toasts } from "@/components/ui/toast";
import { useGenerateDrafts } from "@/lib/draft-list/mutations";
import { batchPreflightQuery } from "@/lib/draft-list/queries";
import type { BatchPreflight } from "@/lib/draft-list/schema";
import type { Draft } from "@/lib/drafts/schema";
import { writeEstimate } from "@/lib/i18n/span";
import { BatchRow, type BatchState } from "./batch-row";

interface BatchDialogProps {
  /** Empty while the dialog is closed. */
  drafts: Draft[];
  onClose: () => void;
  /** Some of them are being made. */
  onStarted: () => void;
}

/** Starts several drafts: before the click what each takes, after it what became of each. */
export function BatchDialog({ drafts, onClose, onStarted }: BatchDialogProps) {
  const t = useTranslations("draftList.batch");
  return (
    <Dialog open={drafts.length > 0} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title={t("title")} description={t("text")} closeLabel={t("close")}>
        <Batch
          key={drafts.map(({ id }) => id).join(" ")}
          drafts={drafts}
          onClose={onClose}
          onStarted={onStarted}
        />
      </DialogContent>
    </Dialog>
  );
}

function Batch({ drafts, onClose, onStarted }: BatchDialogProps) {
  const t = useTranslations("draftList.batch");
  const problemText = useProblemText();
  const forecast = useQuery(batchPreflightQuery(drafts.map(({ id }) => id)));
  const start = useGenerateDrafts();
  const startable = forecast.data?.items.filter(({ refusal }) => refusal === null) ?? [];

  const stateOf = (draft: Draft): BatchState => {
    const answer = start.data?.items.find(({ draft_id }) => draft_id === draft.id);
    if (answer) return answer.problem ? { refusal: answer.problem } : { isStarted: true };
    const plan = forecast.data?.items.find(({ draft_id }) => draft_id === draft.id);
    if (!plan) return forecast.data ? { refusal: { code: "not_found" } } : {};
    return plan.refusal
      ? { refusal: { code: plan.refusal, retry_at: plan.retry_at } }
      : { credits: plan.credits, isOwn: plan.is_own };
  };
  const handleStart = () =>
    start.mutate(
      // Those that would be refused stay out, so that they cost no request.
      startable.map(({ draft_id }) => draft_id),
      {
        onSuccess: ({ items }) => {
          const started = items.filter(({ jobId }) => jobId).length;
          if (started > 0) {
            toasts.add({ title: t("started", { count: started }), type: "success" });
            onStarted();
          }
          // What was refused is there to be read.
          if (started === items.length) onClose();
        },
      },
    );
  return (
    <>
      <ul className="flex max-h-[40dvh] flex-col gap-1 overflow-y-auto" aria-busy={forecast.isPending}>
        {drafts.map((draft) => (
          <BatchRow key={draft.id} draft={draft} state={stateOf(draft)} />
        ))}
      </ul>
      {forecast.data && startable.length > 0 ? <Total forecast={forecast.data} /> : null}
      {forecast.error || start.error ? (
        <FormError>{problemText(forecast.error ?? start.error)}</FormError>
      ) : null}
      {start.isSuccess ? (
        <Button variant="secondary" onClick={onClose}>
          {t("close")}
        </Button>
      ) : (
        <Button size="lg" disabled={startable.length === 0} busy={start.isPending} onClick={handleStart}>
          <Sparkles aria-hidden="true" />
          {forecast.data && startable.length === 0 ? t("none") : t("start", { count: startable.length })}
        </Button>
      )}
    </>
  );
}

/** What all of them take together. */
function Total({ forecast }: { forecast: BatchPreflight }) {
  const t = useTranslations("forecast");
  const locale = useLocale();
  const { credits, seconds_p50, seconds_p90, universes_ahead } = forecast;
  return (
    <ul
      aria-label={t("title")}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t pt-4 font-semibold text-ink-soft text-sm [&_li]:flex [&_li]:items-center [&_li]:gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      <li>
        <Hourglass aria-hidden="true" />
        {t("time", { usual: writeEstimate(seconds_p50, locale), most: writeEstimate(seconds_p90, locale) })}
      </li>
      {universes_ahead > 0 ? (
        <li>
          <ListOrdered aria-hidden="true" />
          {t("ahead", { count: universes_ahead })}
        </li>
      ) : null}
      {credits.needed > 0 ? (
        <li>
          <Coins aria-hidden="true" />
          {t("credits", { needed: credits.needed, left: credits.left })}
        </li>
      ) : null}
    </ul>
  );
}
