"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins, History, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { cardForecastQuery, type MadePiece } from "@/lib/cards/queries";
import { useRegenerateAsset } from "@/lib/drafts/mutations";
import { useOpenedCard } from "./card-editing";

interface PieceMakerProps {
  piece: MadePiece;
  isMade: boolean;
}

/** Makes a piece of the card, or makes it again, with its price; says why it should be made again. */
export function PieceMaker({ piece, isMade }: PieceMakerProps) {
  const { card, draft, canEdit } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const problemText = useProblemText();
  const { mutate, isPending } = useRegenerateAsset(draft.id, card.id);
  const { data } = useQuery({
    ...cardForecastQuery(draft.id, card.id, piece),
    enabled: canEdit,
  });
  const isBusy = draft.active_job_id !== null || card.status === "generating";
  const isStale = card.stale.includes(piece);
  const missing = data?.refusal === "model_unavailable" || data?.refusal === "model_not_configured";
  const credits = data?.credits.needed ?? 0;
  const word = t(`${isMade ? "makeAgain" : "make"}.${piece}`);

  const handleClick = () =>
    mutate(
      { pieces: [piece] },
      {
        onError: (error) =>
          toasts.add({ title: t("notStarted"), description: problemText(error), type: "error" }),
      },
    );

  return (
    <div className="flex flex-col gap-2">
      {isStale ? (
        <p
          data-stale={piece}
          className="flex items-start gap-2 rounded-2xl bg-sun-wash px-3.5 py-2.5 font-semibold text-sm text-sun-ink"
        >
          <History aria-hidden="true" className="mt-px size-5 shrink-0" />
          {t(`stale.${piece}`)}
        </p>
      ) : null}
      {canEdit && missing ? <p className="text-ink-soft text-sm">{t("noModel")}</p> : null}
      {canEdit && !missing ? (
        <Button
          variant={isStale ? "primary" : "secondary"}
          busy={isPending || isBusy}
          onClick={isPending || isBusy ? undefined : handleClick}
          className="h-auto min-h-11 self-start whitespace-normal py-2 text-left"
        >
          <WandSparkles aria-hidden="true" />
          {word}
          {credits > 0 ? (
            <span className="flex items-center gap-1 border-current/30 border-l pl-2 font-semibold text-sm">
              <Coins aria-hidden="true" />
              {t("credits", { count: credits })}
            </span>
          ) : null}
        </Button>
      ) : null}
    </div>
  );
}
