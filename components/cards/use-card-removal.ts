"use client";

import { useTranslations } from "next-intl";
import type { DeckEdits } from "@/components/drafts/use-deck-edits";
import { useDeleteWithUndo } from "@/components/site/use-delete-with-undo";
import { useStable } from "@/components/translations/use-stable";
import { useRemoveAsset } from "@/lib/cards/mutations";

/** Takes cards off their deck, among whose changes the way back is. */
export function useCardRemoval(draftId: string, history: DeckEdits["history"]) {
  const t = useTranslations("draftPage");
  const { mutateAsync } = useRemoveAsset(draftId);
  const { hidden, remove } = useDeleteWithUndo({
    remove: mutateAsync,
    history,
    words: {
      undo: t("undo"),
      deleted: (name) => t("deleted", { name }),
      deletedMany: (count) => t("deletedMany", { count }),
      notDeleted: (name) => t("notDeleted", { name }),
    },
  });
  return { hidden, remove: useStable(remove) };
}
