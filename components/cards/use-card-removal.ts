"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { DeckEdits, Step } from "@/components/drafts/use-deck-edits";
import { useProblemText } from "@/components/site/use-problem-text";
import { useStable } from "@/components/translations/use-stable";
import { toasts } from "@/components/ui/toast";
import { useRemoveAsset } from "@/lib/cards/mutations";

const undoForMs = 8000;

/** A card that goes, by the name under which it is seen. */
interface Leaving {
  id: string;
  name: string;
}

/**
 * Takes cards out of sight at once and deletes them for good when the time to undo has passed or the page is left. Until
 * then they are as they were, with all their pieces.
 */
export function useCardRemoval(draftId: string, history: DeckEdits["history"]) {
  const t = useTranslations("draftPage");
  const problemText = useProblemText();
  const { mutateAsync } = useRemoveAsset(draftId);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Set<() => void>());

  const show = (cards: readonly Leaving[]) =>
    setHidden((ids) => new Set([...ids].filter((id) => !cards.some((card) => card.id === id))));

  const removeForGood = (card: Leaving) =>
    mutateAsync(card.id)
      .catch((error: unknown) =>
        toasts.add({
          title: t("notDeleted", { name: card.name }),
          description: problemText(error),
          type: "error",
        }),
      )
      // By then it has left the list, or came back to it.
      .finally(() => show([card]));

  const remove = useStable((cards: readonly Leaving[]) => {
    const [first] = cards;
    if (!first) return;
    setHidden((ids) => new Set([...ids, ...cards.map(({ id }) => id)]));
    let isUndone = false;
    const finish = () => {
      if (!waiting.current.delete(finish) || isUndone) return;
      history.forget(back);
      for (const card of cards) void removeForGood(card);
    };
    const back: Step = async () => {
      isUndone = true;
      show(cards);
      toasts.close(toastId);
      return null;
    };
    waiting.current.add(finish);
    history.add(back);
    const toastId = toasts.add({
      title:
        cards.length === 1 ? t("deleted", { name: first.name }) : t("deletedMany", { count: cards.length }),
      timeout: undoForMs,
      onClose: finish,
      actionProps: { children: t("undo"), onClick: () => void history.undo(back) },
    });
  });

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

  return { hidden, remove };
}
