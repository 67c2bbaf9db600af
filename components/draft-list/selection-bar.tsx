"use client";

import { Sparkles, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { maxBatch } from "@/lib/draft-list/schema";
import type { Draft } from "@/lib/drafts/schema";
import type { TileActions } from "./tile-menu";

interface SelectionBarProps {
  drafts: Draft[];
  actions: TileActions;
  onClear: () => void;
}

/** What can be done to the chosen drafts; it stays in sight while the list scrolls. */
export function SelectionBar({ drafts, actions, onClear }: SelectionBarProps) {
  const t = useTranslations("draftList");
  const own = drafts.filter(({ my_role }) => my_role === "owner");
  const isTooMuch = drafts.length > maxBatch;
  return (
    <section
      aria-label={t("chosen")}
      className="sticky bottom-4 z-20 mx-auto mt-6 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-3xl border border-line bg-surface py-2 pr-2 pl-5 shadow-lift max-sm:w-full"
    >
      <p className="mr-auto pr-2 font-bold" aria-live="polite">
        {isTooMuch ? t("tooMany", { most: maxBatch }) : t("chosenCount", { count: drafts.length })}
      </p>
      <Button
        disabled={drafts.length === 0 || isTooMuch}
        onClick={() => actions.start(drafts)}
        className="max-sm:order-2 max-sm:basis-[calc(100%-3.5rem)]"
      >
        <Sparkles aria-hidden="true" />
        {t("makeChosen")}
      </Button>
      <Button
        variant="danger"
        size="icon"
        className="max-sm:order-3"
        disabled={own.length === 0}
        aria-label={t("deleteChosen", { count: own.length })}
        title={t("deleteChosen", { count: own.length })}
        onClick={() => actions.remove(own)}
      >
        <Trash2 aria-hidden="true" />
      </Button>
      <Button variant="quiet" size="icon" aria-label={t("stopChoosing")} onClick={onClear}>
        <X aria-hidden="true" />
      </Button>
    </section>
  );
}
