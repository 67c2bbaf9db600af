"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeleteWithUndo } from "@/components/site/use-delete-with-undo";
import { useProblemText } from "@/components/site/use-problem-text";
import { useSteps } from "@/components/translations/use-steps";
import { toasts } from "@/components/ui/toast";
import { cachedCards } from "@/lib/cards/cached-cards";
import { ideaName, renamed } from "@/lib/cards/ideas";
import { useAddAsset, useEditAssets, useRemoveAsset, useReorderAssets } from "@/lib/cards/mutations";
import type { EditAssets } from "@/lib/cards/schema";
import type { Language } from "@/lib/contract/languages";
import { draftKeys } from "@/lib/drafts/queries";
import type { Asset } from "@/lib/drafts/schema";
import { conflictsOf } from "@/lib/edits/conflicts";
import { problemCode } from "@/lib/problem";
import { useSaving } from "./use-saving";

/** What somebody else made of a name meanwhile. */
export interface NameConflict {
  now: string;
}

/** Takes a change back, and answers what does it again; null where nothing does. */
export type Step = () => Promise<Step | null>;

export type IdeaEdits = ReturnType<typeof useIdeaEdits>;

/** Changes the ideas of a deck; each is kept at once, and can be taken back. Typed words are names in `language`. */
export function useIdeaEdits(draftId: string, language: Language) {
  const t = useTranslations("ideas");
  const tPage = useTranslations("draftPage");
  const problemText = useProblemText();
  const client = useQueryClient();
  const { follow, settle, saving } = useSaving();
  const history = useSteps<Step>((step) => follow(step()));
  const add = useAddAsset(draftId);
  const { mutateAsync: removeCard } = useRemoveAsset(draftId);
  const reorder = useReorderAssets(draftId);
  const edit = useEditAssets(draftId);
  const deletion = useDeleteWithUndo({
    remove: removeCard,
    history,
    words: {
      undo: t("undo"),
      deleted: (name) => t("removed", { name }),
      deletedMany: (count) => tPage("deletedMany", { count }),
      notDeleted: (name) => tPage("notDeleted", { name }),
    },
  });

  const fail = (error: unknown) => void toasts.add({ title: problemText(error), type: "error" });
  /** Makes a change, which answers how to take it back. Steps back wait for it. */
  const make = (change: () => Promise<Step | null>): Promise<Step | null> => {
    const made = follow(change()).then((back) => {
      if (back) history.add(back);
      return back;
    });
    void history.after(made.catch(() => null));
    return made;
  };
  const takeBack = async (step?: Step) => {
    if (!(await history.undo(step))) toasts.add({ title: tPage("notUndone"), type: "error" });
  };

  const takeAway = async (ids: readonly string[]): Promise<null> => {
    const here = cachedCards(client, draftId).filter(({ id }) => ids.includes(id));
    await Promise.all(here.map(({ id }) => removeCard(id)));
    return null;
  };
  /** Resolves to why the idea is not in the list, else to null. */
  const addIdea = (text: string): Promise<Error | null> =>
    make(async () => {
      const { id } = await add.mutateAsync({ concept: text, names: { [language]: text } });
      return () => takeAway([id]);
    }).then(
      () => null,
      (error: Error) => error,
    );

  /** The cards that are there by now, those first that were named, in the order in which they were. */
  const inOrder = (ids: string[]) => {
    const here = cachedCards(client, draftId).map(({ id }) => id);
    const wanted = ids.filter((id) => here.includes(id));
    return [...wanted, ...here.filter((id) => !wanted.includes(id))];
  };
  /** Cards that come or go meanwhile, one's own among them, find their place; the second refusal counts. */
  const sendOrder = (ids: string[]) =>
    reorder.mutateAsync(inOrder(ids)).catch(async (error: unknown) => {
      if (problemCode(error) !== "changed_meanwhile") throw error;
      await client.refetchQueries({ queryKey: draftKeys.assets(draftId), exact: true });
      return reorder.mutateAsync(inOrder(ids));
    });
  const changeOrder = async (ids: string[]): Promise<Step> => {
    const before = await sendOrder(ids);
    return () => changeOrder(before);
  };

  const changeCards = async (change: EditAssets): Promise<Step | null> => {
    const { undo } = await edit.mutateAsync(change);
    return undo && (() => changeCards(undo));
  };
  /** Throws what the name was refused for; resolves to what somebody else wrote meanwhile, when they did. */
  const rename = async (card: Asset, text: string): Promise<NameConflict | null> => {
    const patch = renamed(card, language, text);
    if (!patch) return null;
    try {
      await make(() => changeCards({ items: [{ id: card.id, ...patch }] }));
      return null;
    } catch (error) {
      if (conflictsOf(error).length === 0) throw error;
      await client.refetchQueries({ queryKey: draftKeys.assets(draftId), exact: true });
      const theirs = cachedCards(client, draftId).find(({ id }) => id === card.id);
      return { now: theirs ? ideaName(theirs, language) : "" };
    }
  };

  /** Tells how many ideas were found, and offers to take them away again. */
  const tellFound = (cards: readonly Asset[]) => {
    if (cards.length === 0) return void toasts.add({ title: t("nothingNew"), type: "info" });
    const step: Step = () => takeAway(cards.map(({ id }) => id));
    history.add(step);
    const toastId = toasts.add({
      title: t("found", { count: cards.length }),
      actionProps: {
        children: t("undo"),
        onClick: () => {
          toasts.close(toastId);
          void takeBack(step);
        },
      },
    });
  };

  const canUndo = history.canUndo || saving === "saving";
  return {
    hidden: deletion.hidden,
    addIdea,
    removeIdea: (card: Asset) => deletion.remove([{ id: card.id, name: ideaName(card, language) }]),
    rename,
    putInOrder: (ids: string[]) => make(() => changeOrder([...ids, ...deletion.hidden])).catch(fail),
    /** Makes another change of the universe, which answers how to take it back. */
    keep: (change: () => Promise<Step | null>) => make(change).catch(fail),
    tellFound,
    undo: () => {
      if (canUndo) void takeBack();
    },
    /** Waits for all that is on its way, deletions too; resolves to whether all of it was kept. */
    settle: async () => (await settle()) && (await deletion.finishAll()),
    canUndo,
    saving,
  };
}
