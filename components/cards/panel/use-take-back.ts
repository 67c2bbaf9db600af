"use client";

import { useTranslations } from "next-intl";
import { toasts } from "@/components/ui/toast";
import type { CardEdits } from "./use-card-edits";

/** Takes the last change back, or does it again; says so where that is no longer possible. */
export function useTakeBack({ canUndo, canRedo, undo, redo }: CardEdits) {
  const t = useTranslations("words");
  const tell = (isDone: boolean) => {
    if (!isDone) toasts.add({ title: t("notUndone"), type: "error" });
  };
  return {
    undo: () => {
      if (canUndo) void undo().then(tell);
    },
    redo: () => {
      if (canRedo) void redo().then(tell);
    },
  };
}
