"use client";

import { Redo2, Trash2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { SaveState } from "@/components/translations/save-state";
import { Button } from "@/components/ui/button";
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
      <Button
        variant="quiet"
        size="icon"
        aria-label={tWords("undo")}
        title={tWords("undo")}
        disabled={!edits.canUndo}
        onClick={undo}
      >
        <Undo2 aria-hidden="true" />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={tWords("redo")}
        title={tWords("redo")}
        disabled={!edits.canRedo}
        onClick={redo}
      >
        <Redo2 aria-hidden="true" />
      </Button>
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
