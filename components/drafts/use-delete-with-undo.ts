"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { useDeleteDraft } from "@/lib/drafts/mutations";
import type { Draft } from "@/lib/drafts/schema";

const undoForMs = 8000;

/** Takes a draft out of sight at once and deletes it for good when the time to undo has passed or the page is left. */
export function useDeleteWithUndo() {
  const t = useTranslations("drafts");
  const locale = useLocale();
  const problemText = useProblemText();
  const { mutate } = useDeleteDraft();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, () => void>());

  const show = (draftId: string) => setHidden((ids) => new Set([...ids].filter((id) => id !== draftId)));

  const deleteDraft = (draft: Draft) => {
    const name = draft.names[locale] ?? draft.name;
    setHidden((ids) => new Set(ids).add(draft.id));
    let isUndone = false;
    const finish = () => {
      if (!waiting.current.delete(draft.id) || isUndone) return;
      mutate(draft.id, {
        onError: (error) => {
          show(draft.id);
          toasts.add({
            title: t("notDeleted", { name }),
            description: problemText(error),
            type: "error",
          });
        },
      });
    };
    waiting.current.set(draft.id, finish);
    const toastId = toasts.add({
      title: t("deleted", { name }),
      timeout: undoForMs,
      onClose: finish,
      actionProps: {
        children: t("undo"),
        onClick: () => {
          isUndone = true;
          show(draft.id);
          toasts.close(toastId);
        },
      },
    });
  };

  // Leaving the page is the end of the time to undo.
  useEffect(() => {
    const all = waiting.current;
    const finishAll = () => {
      for (const finish of [...all.values()]) finish();
    };
    window.addEventListener("pagehide", finishAll);
    return () => {
      window.removeEventListener("pagehide", finishAll);
      finishAll();
    };
  }, []);

  return { hidden, deleteDraft };
}
