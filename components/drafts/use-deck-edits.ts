"use client";

import { useIsMutating, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { useStable } from "@/components/translations/use-stable";
import { useSteps } from "@/components/translations/use-steps";
import { toasts } from "@/components/ui/toast";
import { useAddAsset, useEditAssets, useRemoveAsset, useReorderAssets } from "@/lib/cards/mutations";
import type { EditAssets } from "@/lib/cards/schema";
import type { Language } from "@/lib/contract/languages";
import { useEditDraft } from "@/lib/drafts/edit-mutations";
import type { EditDraft } from "@/lib/drafts/edit-schema";
import { draftKeys, type Page } from "@/lib/drafts/queries";
import type { Asset } from "@/lib/drafts/schema";
import { Problem } from "@/lib/problem";

/** What can be tried again as it is: nothing was wrong with the change itself. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Problem)) return true;
  return ![
    "changed_meanwhile",
    "validation_failed",
    "prompt_blocked",
    "duplicate_concept",
    "forbidden",
    "not_found",
  ].includes(error.code);
}

/** Takes a change back, and answers what does it again; null where nothing does. Throws when that is no longer possible. */
export type Step = () => Promise<Step | null>;

/** Changes of a universe and its deck as a whole, each kept at once and with its way back. */
export function useDeckEdits(draftId: string) {
  const t = useTranslations("draftPage");
  const problemText = useProblemText();
  const draft = useEditDraft(draftId);
  const cards = useEditAssets(draftId);
  const order = useReorderAssets(draftId);
  const addition = useAddAsset(draftId);
  const removal = useRemoveAsset(draftId);
  const client = useQueryClient();
  const isSaving = useIsMutating({ mutationKey: draftKeys.detail(draftId) }) > 0;
  const history = useSteps<Step>((step) => step());
  const [retry, setRetry] = useState<(() => void) | null>(null);

  /** Runs a change again when asked, where its failing had nothing to do with what it says. */
  const keep = async <Answer>(change: () => Promise<Answer>): Promise<Answer> => {
    try {
      const answer = await change();
      setRetry(null);
      return answer;
    } catch (error) {
      setRetry(() => (isPassing(error) ? () => void keep(change).catch(() => {}) : null));
      throw error;
    }
  };
  const tell = (error: unknown) => toasts.add({ title: problemText(error), type: "error" });
  const tellWithUndo = (title: string, step: Step) => {
    const toastId = toasts.add({
      title,
      type: "success",
      actionProps: {
        children: t("undo"),
        onClick: () => {
          toasts.close(toastId);
          void takeBack(step);
        },
      },
    });
  };

  const editDraft = async (change: EditDraft): Promise<Step | null> => {
    const { undo } = await draft.mutateAsync(change);
    return undo && (() => editDraft(undo));
  };
  const editCards = async (change: EditAssets): Promise<Step | null> => {
    const { undo } = await cards.mutateAsync(change);
    return undo && (() => editCards(undo));
  };
  const putInOrder = async (ids: string[]): Promise<Step> => {
    const before = await order.mutateAsync(ids);
    return () => {
      // Cards may have come or gone since.
      const here =
        client.getQueryData<Page<Asset>>(draftKeys.assets(draftId))?.items.map(({ id }) => id) ?? [];
      const known = before.filter((id) => here.includes(id));
      return putInOrder([...known, ...here.filter((id) => !known.includes(id))]);
    };
  };

  const takeBack = async (step?: Step) => {
    if (!history.canUndo) return;
    if (!(await history.undo(step))) toasts.add({ title: t("notUndone"), type: "error" });
  };
  const doAgain = async () => {
    if (history.canRedo && !(await history.redo())) toasts.add({ title: t("notUndone"), type: "error" });
  };

  return {
    isSaving,
    retry,
    history,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undo: useStable(() => void takeBack()),
    redo: useStable(() => void doAgain()),
    /** Throws what it was refused for. */
    rename: useStable(async (change: EditDraft) => {
      await keep(async () => {
        const back = await editDraft(change);
        if (back) history.add(back);
      });
    }),
    approve: useStable(async (chosen: readonly Asset[], is_approved: boolean) => {
      const items = chosen
        .filter((card) => card.is_approved !== is_approved)
        .map(({ id }) => ({ id, is_approved }));
      if (items.length === 0) return;
      await keep(async () => {
        const back = await editCards({ items });
        if (!back) return;
        history.add(back);
        tellWithUndo(t(is_approved ? "approvedMany" : "disapprovedMany", { count: items.length }), back);
      }).catch(tell);
    }),
    reorder: useStable(async (ids: string[]) => {
      await keep(async () => history.add(await putInOrder(ids))).catch((error: unknown) => {
        if (error instanceof Problem && error.code === "changed_meanwhile")
          toasts.add({ title: t("orderChanged"), type: "error" });
        else tell(error);
      });
    }),
    /** Throws what it was refused for; the words stay where they were typed. */
    add: useStable(async (text: string, language: Language) => {
      const card = await addition.mutateAsync({ concept: text, names: { [language]: text } });
      history.add(async () => {
        await removal.mutateAsync(card.id);
        return null;
      });
      return card;
    }),
  };
}

export type DeckEdits = ReturnType<typeof useDeckEdits>;
