"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleAlert, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { RemakePrice } from "@/components/cards/remake-price";
import { usePieceError } from "@/components/cards/use-piece-error";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { universePieces } from "@/lib/contract/jobs";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import { preflightOf } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/schema";

/** What belongs to no card: why it was not made stands nowhere else. */
const parts = ["concepts", ...universePieces] as const;

interface LastRequestProps {
  draft: Draft;
  /** Whether this may be tried again here; where cards failed too, it is with them. */
  canRetry: boolean;
}

/** Why the ideas, the music or a graphic were not made when somebody last asked; what failed of cards is told with them. */
export function LastRequest({ draft, canRetry }: LastRequestProps) {
  const t = useTranslations("draftPage.lastRequest");
  const tPiece = useTranslations("pieces");
  const pieceError = usePieceError();
  if (draft.active_job_id !== null || !draft.last_request) return null;
  const { reasons } = draft.last_request;
  const told = parts.flatMap((part) =>
    reasons.filter(({ piece }) => piece === part).map(({ code }) => ({ part, code })),
  );
  if (told.length === 0) return null;
  return (
    <section
      data-last-request=""
      className="flex flex-col gap-1 rounded-card bg-danger-wash px-4 py-3 sm:px-5"
    >
      <h2 className="flex items-start gap-2 font-bold font-sans text-base text-danger leading-snug">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {t("title")}
      </h2>
      <ul className="pl-7">
        {told.map(({ part, code }) => (
          <li key={`${part} ${code}`}>
            {t("line", {
              piece: part === "concepts" ? t("concepts") : tPiece(part),
              reason: pieceError(code),
            })}
          </li>
        ))}
      </ul>
      {canRetry ? <Retry draftId={draft.id} /> : null}
    </section>
  );
}

/** All that failed once more; nothing where none of it can be had, or has been made since. */
function Retry({ draftId }: { draftId: string }) {
  const t = useTranslations("draftPage.failures");
  const problemText = useProblemText();
  const { mutate, isPending } = useGenerateDraft(draftId);
  const plan = { draftId, only: "failed" } as const;
  const { data } = useQuery(preflightOf(plan));
  if (!data || data.jobs === 0 || data.refusal?.startsWith("model_")) return null;
  const handleClick = () =>
    mutate(
      { only: "failed" },
      { onError: (error) => toasts.add({ title: problemText(error), type: "error" }) },
    );
  return (
    <Button
      variant="secondary"
      busy={isPending}
      onClick={isPending ? undefined : handleClick}
      className="mt-2 h-auto min-h-11 max-w-full flex-wrap self-start whitespace-normal py-2 sm:ml-7"
    >
      <RotateCcw aria-hidden="true" />
      {t("again")}
      <RemakePrice plan={plan} />
    </Button>
  );
}
