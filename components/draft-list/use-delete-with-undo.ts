"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { nameOf } from "@/lib/draft-list/match";
import { useDeleteDraft } from "@/lib/drafts/mutations";
import type { Draft } from "@/lib/drafts/schema";

const undoForMs = 8000;

/** Takes drafts out of sight at once and deletes them for good when the time to undo has passed or the page is left. */
export function useDeleteWithUndo() {
  const t = useTranslations("drafts");
  const locale = useLocale();
  const problemText = useProblemText();
  const { mutateAsync } = useDeleteDraft();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<() => void>());

  const show = (drafts: Draft[]) =>
    setHidden((ids) => new Set([...ids].filter((id) => !drafts.some((draft) => draft.id === id))));

  const deleteForGood = (draft: Draft) =>
    mutateAsync(draft.id).catch((error: unknown) => {
      show([draft]);
      toasts.add({
        title: t("notDeleted", { name: nameOf(draft, locale) }),
        description: problemText(error),
        type: "error",
      });
    });

  const deleteDrafts = (drafts: Draft[]) => {
    const [first] = drafts;
    if (!first) return;
    setHidden((ids) => new Set([...ids, ...drafts.map(({ id }) => id)]));
    let isUndone = false;
    const finish = () => {
      if (!waiting.current.delete(finish) || isUndone) return;
      for (const draft of drafts) void deleteForGood(draft);
    };
    waiting.current.add(finish);
    const toastId = toasts.add({
      title:
        drafts.length === 1
          ? t("deleted", { name: nameOf(first, locale) })
          : t("deletedMany", { count: drafts.length }),
      timeout: undoForMs,
      onClose: finish,
      actionProps: {
        children: t("undo"),
        onClick: () => {
          isUndone = true;
          show(drafts);
          toasts.close(toastId);
        },
      },
    });
  };

  // Leaving the page is the end of the time to undo.
  useEffect(() => {
    const all = waiting.current;
    const finishAll = () => {
      for (const finish of [...all]) finish();
    };
    window.addEventListener("pagehide", finishAll);
    return () => {
      window.removeEventListener("pagehide", finishAll);
      finishAll();
    };
  }, []);

  return { hidden, deleteDrafts };
}
