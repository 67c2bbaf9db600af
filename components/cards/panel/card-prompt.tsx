"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PromptLayers } from "@/components/versions/prompt-layers";
import { useOpenedCard } from "./card-editing";
import { CardText } from "./card-text";

/** The card's own words for its picture or its film, over those of the universe, and where the whole comes from. */
export function CardPrompt({ piece }: { piece: "image" | "video" }) {
  const { card, edits } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const own = card[`own_${piece}_prompt`];
  const reset = () => void edits.save({ cardId: card.id, path: `${piece}_prompt`, value: null, seen: own });
  return (
    <>
      {piece === "image" ? (
        <div className="flex flex-col gap-1">
          <CardText path="concept" label={t("concept")} maxLength={100} />
          <p className="text-ink-soft text-sm">{t("conceptHint")}</p>
        </div>
      ) : null}
      <div className="flex flex-col items-start gap-1 [&>div]:w-full">
        <CardText
          path={`${piece}_prompt`}
          storedAt={`own_${piece}_prompt`}
          otherwise={card[`${piece}_prompt`]}
          label={t(piece === "image" ? "imagePrompt" : "videoPrompt")}
          maxLength={2000}
          isLong
        />
        <p className="text-ink-soft text-sm">{t(own === null ? "promptOfUniverse" : "promptOfCard")}</p>
        {own === null ? null : (
          <Button variant="quiet" size="sm" onClick={reset} className="-ml-2 h-11">
            <RotateCcw aria-hidden="true" />
            {t("resetPrompt")}
          </Button>
        )}
      </div>
      <PromptLayers asset={card} piece={piece} />
    </>
  );
}
