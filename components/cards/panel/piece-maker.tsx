"use client";

import { useQuery } from "@tanstack/react-query";
import { History, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ForecastFacts } from "@/components/drafts/forecast";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { cardForecastQuery, type MadePiece } from "@/lib/cards/queries";
import { useRegenerateAsset } from "@/lib/drafts/mutations";
import { Price } from "../remake-price";
import { useOpenedCard } from "./card-editing";
import { forgetAsked, useAskedPiece } from "./open-card";

interface PieceMakerProps {
  piece: MadePiece;
  isMade: boolean;
}

/** Makes a piece of the card, or makes it again, with its price; says why it should be made again. */
export function PieceMaker({ piece, isMade }: PieceMakerProps) {
  const { card, draft, canEdit, edits } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const problemText = useProblemText();
  const { mutate, isPending } = useRegenerateAsset(draft.id, card.id);
  const { data } = useQuery({
    ...cardForecastQuery(draft.id, card.id, piece),
    enabled: canEdit,
  });
  const button = useRef<HTMLButtonElement>(null);
  const isAsked = useAskedPiece() === piece;
  const isBusy = draft.active_job_id !== null || card.status === "generating";
  const isStale = card.stale.includes(piece);
  const missing = data?.refusal === "model_unavailable" || data?.refusal === "model_not_configured";
  // Whoever comes from the wand of a card stands where its piece is made, also when the panel is open already.
  useEffect(() => {
    if (!isAsked) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: "center" });
  }, [isAsked]);

  const handleClick = async () => {
    // Words that were typed just now count; those that were refused are looked at first.
    if (!(await edits.settle(card.id))) return;
    mutate(
      { pieces: [piece] },
      {
        onError: (error) =>
          toasts.add({ title: t("notStarted"), description: problemText(error), type: "error" }),
      },
    );
  };

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
      {canEdit && missing ? (
        <p className="text-ink-soft text-sm">{t(piece === "speech" ? "noVoice" : "noModel")}</p>
      ) : null}
      {canEdit && !missing ? (
        <Button
          ref={button}
          data-asked={isAsked || undefined}
          variant={isStale || isAsked ? "primary" : "secondary"}
          busy={isPending || isBusy}
          onClick={isPending || isBusy ? undefined : handleClick}
          onBlur={isAsked ? forgetAsked : undefined}
          className="h-auto min-h-11 self-start whitespace-normal py-2 text-left"
        >
          <WandSparkles aria-hidden="true" />
          {t(`${isMade ? "makeAgain" : "make"}.${piece}`)}
          <Price credits={data?.credits.needed ?? 0} />
        </Button>
      ) : null}
      {canEdit && data && !missing && !isBusy && isShown(piece) ? <ForecastFacts data={data} /> : null}
    </div>
  );
}

/** What is shown takes its time; words and voices are there in a moment. */
const isShown = (piece: MadePiece) => piece === "image" || piece === "video" || piece === "model3d";
