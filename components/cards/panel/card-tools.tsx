"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SaveState } from "@/components/translations/save-state";
import { Button } from "@/components/ui/button";
import { StepButtons } from "@/components/ui/step-buttons";
import { useOpenedCard } from "./card-editing";
import { useTakeBack } from "./use-take-back";

/** Whether all is kept, the way back, and the way out for the card. */
export function CardTools({ onRemove }: { onRemove: () => void }) {
  const { edits, name } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const tWords = useTranslations("words");
  const { undo, redo } = useTakeBack(edits);
  return (
    <div className="flex flex-wrap items-center gap-1 border-line border-b px-4 py-1.5">
      <SaveState edits={edits} />
      <span className="flex-1" />
      <StepButtons
        steps={edits}
        undoLabel={tWords("undo")}
        redoLabel={tWords("redo")}
        onUndo={undo}
        onRedo={redo}
      />
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("remove", { name })}
        title={t("remove", { name })}
        onClick={onRemove}
        className="text-danger"
      >
        <Trash2 aria-hidden="true" />
      </Button>
    </div>
  );
}
