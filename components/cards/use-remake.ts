"use client";

import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import type { Piece } from "@/lib/contract/jobs";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import type { Asset } from "@/lib/drafts/schema";

/** Makes pieces of cards anew; what they were stays among their versions. Says what came of it. */
export function useRemake(draftId: string) {
  const t = useTranslations("draftPage");
  const problemText = useProblemText();
  const { mutate, isPending } = useGenerateDraft(draftId);
  const remake = (cards: readonly Pick<Asset, "id">[], pieces: readonly Piece[], onDone?: () => void) =>
    mutate(
      { asset_ids: cards.map(({ id }) => id), pieces: [...pieces] },
      {
        onSuccess: () => {
          toasts.add({ title: t("started", { count: cards.length }), type: "success" });
          onDone?.();
        },
        onError: (error) => toasts.add({ title: problemText(error), type: "error" }),
      },
    );
  return { remake, isPending };
}
