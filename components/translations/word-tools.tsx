"use client";

import { ClipboardPaste, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { StepButtons } from "@/components/ui/step-buttons";
import type { WordEdits } from "./use-word-edits";

interface WordToolsProps {
  edits: WordEdits;
  canEdit: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onCopy: () => void;
  onPaste: () => void;
}

/** Back and forth, out to a spreadsheet and in from one. */
export function WordTools({ edits, canEdit, onUndo, onRedo, onCopy, onPaste }: WordToolsProps) {
  const t = useTranslations("words");
  return (
    <div className="flex flex-wrap items-center gap-2">
      {canEdit ? (
        <StepButtons
          steps={edits}
          undoLabel={t("undo")}
          redoLabel={t("redo")}
          onUndo={onUndo}
          onRedo={onRedo}
        />
      ) : null}
      <Button variant="secondary" title={t("copy")} className="max-sm:px-3.5" onClick={onCopy}>
        <Copy aria-hidden="true" />
        <span className="max-sm:sr-only">{t("copy")}</span>
      </Button>
      {canEdit ? (
        <Button variant="secondary" className="max-sm:px-4" onClick={onPaste}>
          <ClipboardPaste aria-hidden="true" />
          {t("pasteList")}
        </Button>
      ) : null}
    </div>
  );
}
