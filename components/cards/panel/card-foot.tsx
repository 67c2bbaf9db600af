"use client";

import { Check, ChevronLeft, ChevronRight, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useOpenedCard } from "./card-editing";

interface CardFootProps {
  at: number;
  count: number;
  onStep: (step: 1 | -1) => void;
  /** Null for those who only look. */
  onApprove: (() => void) | null;
}

/** Goes from card to card, and says that a card is good as it is. */
export function CardFoot({ at, count, onStep, onApprove }: CardFootProps) {
  const { card } = useOpenedCard();
  const t = useTranslations("cardPanel");
  return (
    <footer className="sticky bottom-0 z-10 flex items-center justify-between gap-2 border-line border-t bg-surface px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))]">
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("previous")}
        title={t("previous")}
        isOff={at <= 0}
        onClick={() => onStep(-1)}
      >
        <ChevronLeft aria-hidden="true" />
      </Button>
      <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1">
        <span className="font-semibold text-ink-soft text-sm tabular-nums">
          {t("place", { at: at + 1, count })}
        </span>
        {onApprove ? (
          <Button
            variant={card.is_approved ? "secondary" : "primary"}
            aria-pressed={card.is_approved}
            onClick={onApprove}
            className="aria-pressed:bg-leaf-wash aria-pressed:text-leaf-ink"
          >
            {card.is_approved ? <CircleCheck aria-hidden="true" /> : <Check aria-hidden="true" />}
            {t(card.is_approved ? "approved" : "approve")}
            <span aria-hidden="true" className="text-ink pointer-coarse:hidden">
              <Kbd>A</Kbd>
            </span>
          </Button>
        ) : card.is_approved ? (
          <span className="flex items-center gap-1.5 font-bold text-leaf-ink">
            <CircleCheck aria-hidden="true" className="size-5" />
            {t("approved")}
          </span>
        ) : null}
      </div>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("next")}
        title={t("next")}
        isOff={at >= count - 1}
        onClick={() => onStep(1)}
      >
        <ChevronRight aria-hidden="true" />
      </Button>
    </footer>
  );
}
