"use client";

import { Check, CheckCheck, CircleMinus, Trash2, WandSparkles, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Asset } from "@/lib/drafts/schema";

/** What can be done to several cards. */
export interface CardActions {
  remake: (cards: readonly Asset[]) => void;
  approve: (cards: readonly Asset[], isApproved: boolean) => void;
  remove: (cards: readonly Asset[]) => void;
}

interface CardSelectionBarProps {
  cards: readonly Asset[];
  areAll: boolean;
  actions: CardActions;
  onAll: () => void;
  onClear: () => void;
}

/** What can be done to the chosen cards; it stays in sight while the deck scrolls. */
export function CardSelectionBar({ cards, areAll, actions, onAll, onClear }: CardSelectionBarProps) {
  const t = useTranslations("draftPage");
  const areGood = cards.length > 0 && cards.every(({ is_approved }) => is_approved);
  const isNone = cards.length === 0;
  return (
    <section
      aria-label={t("chosen")}
      className="sticky bottom-4 z-30 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-3xl border border-line bg-surface py-2 pr-2 pl-5 shadow-lift max-sm:w-full"
    >
      <p className="mr-auto pr-2 font-bold" aria-live="polite">
        {t("chosenCount", { count: cards.length })}
      </p>
      <Button
        variant="quiet"
        size="icon"
        disabled={areAll}
        aria-label={t("chooseAll")}
        title={t("chooseAll")}
        onClick={onAll}
      >
        <CheckCheck aria-hidden="true" />
      </Button>
      <Button
        variant="secondary"
        disabled={isNone}
        onClick={() => actions.approve(cards, !areGood)}
        className="max-sm:order-1 max-sm:flex-1"
      >
        {areGood ? <CircleMinus aria-hidden="true" /> : <Check aria-hidden="true" />}
        {t(areGood ? "disapprove" : "approve")}
      </Button>
      <Button
        disabled={isNone}
        onClick={() => actions.remake(cards)}
        className="max-sm:order-1 max-sm:flex-1"
      >
        <WandSparkles aria-hidden="true" />
        {t("makeAgain")}
      </Button>
      <Button
        variant="danger"
        size="icon"
        disabled={isNone}
        aria-label={t("delete", { count: cards.length })}
        title={t("delete", { count: cards.length })}
        onClick={() => actions.remove(cards)}
      >
        <Trash2 aria-hidden="true" />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("stopChoosing")}
        title={t("stopChoosing")}
        onClick={onClear}
      >
        <X aria-hidden="true" />
      </Button>
    </section>
  );
}
