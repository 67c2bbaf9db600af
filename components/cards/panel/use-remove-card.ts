"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { removalOptions } from "@/lib/cards/deck-options";
import type { Asset } from "@/lib/drafts/schema";

const undoForMs = 8000;

/** The person wants the card back. */
class Undone extends Error {}

/** Waits until the time to undo has passed or the page is left. Throws `Undone` when the card is wanted back. */
function timeToUndo(title: string, undo: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      window.removeEventListener("pagehide", end);
      resolve();
    };
    window.addEventListener("pagehide", end);
    const toastId = toasts.add({
      title,
      timeout: undoForMs,
      onClose: end,
      actionProps: {
        children: undo,
        onClick: () => {
          reject(new Undone());
          toasts.close(toastId);
        },
      },
    });
  });
}

/** Takes a card off the page at once, and deletes it for good when nobody wants it back. */
export function useRemoveCard(draftId: string) {
  const t = useTranslations("cardPanel");
  const problemText = useProblemText();
  const client = useQueryClient();
  return (card: Asset, name: string) => {
    const { mutationFn, ...removal } = removalOptions(client, draftId);
    // While it waits the card counts as leaving, so that no message brings it back to the page.
    const waiting = client.getMutationCache().build(client, {
      ...removal,
      mutationFn: async (assetId: string, context) => {
        await timeToUndo(t("removed", { name }), t("undo"));
        return mutationFn?.(assetId, context) ?? null;
      },
    });
    waiting.execute(card.id).catch((error: unknown) => {
      if (error instanceof Undone) return;
      toasts.add({ title: t("notRemoved", { name }), description: problemText(error), type: "error" });
    });
  };
}
