"use client";

import { CircleCheck, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { StepButtons } from "@/components/ui/step-buttons";
import type { Asset } from "@/lib/drafts/schema";
import type { DeckEdits } from "./use-deck-edits";

interface DeckToolsProps {
  assets: readonly Asset[];
  edits: DeckEdits;
  isChoosing: boolean;
  onChoose: (isOn: boolean) => void;
  canEdit: boolean;
}

/** How many cards people found good, and the tools of the deck. */
export function DeckTools({ assets, edits, isChoosing, onChoose, canEdit }: DeckToolsProps) {
  const t = useTranslations("draftPage");
  const total = assets.length;
  const approved = assets.filter(({ is_approved }) => is_approved).length;
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="flex items-center gap-2 font-semibold text-ink-soft">
        <CircleCheck aria-hidden="true" className={approved === total ? "size-5 text-leaf" : "size-5"} />
        {approved === total ? t("approvedAll", { total }) : t("approved", { approved, total })}
      </p>
      {canEdit ? (
        <div className="ml-auto flex items-center gap-1">
          <StepButtons
            steps={edits}
            undoLabel={t("undo")}
            redoLabel={t("redo")}
            onUndo={edits.undo}
            onRedo={edits.redo}
          />
          <Button variant="secondary" aria-pressed={isChoosing} onClick={() => onChoose(!isChoosing)}>
            <ListChecks aria-hidden="true" />
            {t(isChoosing ? "stopChoosing" : "choose")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
