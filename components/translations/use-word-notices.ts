"use client";

import { useTranslations } from "next-intl";
import { toasts } from "@/components/ui/toast";
import type { SeenEdit } from "@/lib/translations/words";
import type { WordEdits } from "./use-word-edits";

/** Changes of several places are told, with a way back at hand; what cannot be taken back any more is told, too. */
export function useWordNotices(edits: WordEdits) {
  const t = useTranslations("words");

  const undo = async () => {
    if (edits.canUndo && !(await edits.undo())) toasts.add({ title: t("notUndone"), type: "error" });
  };
  const redo = async () => {
    if (!(await edits.redo()) && edits.canRedo) toasts.add({ title: t("notUndone"), type: "error" });
  };
  const saveMany = async (changes: readonly SeenEdit[]) => {
    const back = changes.length > 0 ? await edits.save(changes) : null;
    if (!back) return;
    const toastId = toasts.add({
      title: t("changed", { count: changes.length }),
      type: "success",
      actionProps: {
        children: t("undo"),
        onClick: () => {
          toasts.close(toastId);
          void edits.undo(back).then((isUndone) => {
            if (!isUndone) toasts.add({ title: t("notUndone"), type: "error" });
          });
        },
      },
    });
  };
  return { undo, redo, saveMany };
}
