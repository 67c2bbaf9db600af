"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { ideaName, renamed } from "@/lib/cards/ideas";
import { useAddAsset, useEditAssets, useRemoveAsset, useReorderAssets } from "@/lib/cards/mutations";
import type { Language } from "@/lib/contract/languages";
import { draftKeys, type Page } from "@/lib/drafts/queries";
import type { Asset } from "@/lib/drafts/schema";
import { conflictsOf } from "@/lib/edits/conflicts";
import { type TakeBack, useHistory } from "./use-history";

/** What somebody else made of a name meanwhile. */
export interface NameConflict {
  now: string;
}

export type IdeaEdits = ReturnType<typeof useIdeaEdits>;

/** Changes the ideas of a deck; each is kept at once, and can be taken back. Typed words are names in `language`. */
export function useIdeaEdits(draftId: string, language: Language) {
  const t = useTranslations("ideas");
  const problemText = useProblemText();
  const client = useQueryClient();
  const { track, remember, undo, settle, canUndo, saving } = useHistory();
  const add = useAddAsset(draftId);
  const remove = useRemoveAsset(draftId);
  const reorder = useReorderAssets(draftId);
  const edit = useEditAssets(draftId);
  /** A card that comes back is a new one: who it is now, by who it was. */
  const returned = useRef(new Map<string, string>());
  const now = (id: string): string => {
    const next = returned.current.get(id);
    return next ? now(next) : id;
  };
  const shown = () => client.getQueryData<Page<Asset>>(draftKeys.assets(draftId))?.items ?? [];

  const fail = (error: unknown) => toasts.add({ title: problemText(error), type: "error" });
  const takeBack = (back?: TakeBack) => undo(back).catch(fail);
  const tell = (title: string, back: TakeBack) => {
    const toastId = toasts.add({
      title,
      actionProps: {
        children: t("undo"),
        onClick: () => {
          toasts.close(toastId);
          void takeBack(back);
        },
      },
    });
  };

  const bringBack = async ({ id, concept, names, sort_order }: Asset) => {
    const known = Object.entries(names).filter(([, name]) => name !== null);
    const card = await add.mutateAsync({ concept, names: Object.fromEntries(known), sort_order });
    returned.current.set(id, card.id);
  };
  const removeIdea = (card: Asset) =>
    track(() => remove.mutateAsync(card.id)).then(() => {
      const back = () => bringBack(card);
      remember(back);
      tell(t("removed", { name: ideaName(card, language) }), back);
    }, fail);

  /** Resolves to whether the idea is in the list; the words stay where they were typed when it is refused. */
  const addIdea = async (text: string): Promise<Error | null> => {
    try {
      const card = await track(() => add.mutateAsync({ concept: text, names: { [language]: text } }));
      remember(() => remove.mutateAsync(now(card.id)));
      return null;
    } catch (error) {
      return error as Error;
    }
  };

  const putInOrder = (ids: string[]) =>
    track(() => reorder.mutateAsync(ids)).then((before) => {
      remember(() => {
        const here = shown().map(({ id }) => id);
        const wanted = before.map(now).filter((id) => here.includes(id));
        return reorder.mutateAsync([...wanted, ...here.filter((id) => !wanted.includes(id))]);
      });
    }, fail);

  /** Throws what the name was refused for; resolves to what somebody else wrote meanwhile, when they did. */
  const rename = async (card: Asset, text: string): Promise<NameConflict | null> => {
    const patch = renamed(card, language, text);
    if (!patch) return null;
    try {
      const { undo: back } = await track(() => edit.mutateAsync({ items: [{ id: card.id, ...patch }] }));
      if (back)
        remember(() =>
          edit.mutateAsync({ items: back.items.map((item) => ({ ...item, id: now(item.id) })) }),
        );
      return null;
    } catch (error) {
      if (conflictsOf(error).length === 0) throw error;
      await client.refetchQueries({ queryKey: draftKeys.assets(draftId), exact: true });
      const theirs = shown().find(({ id }) => id === card.id);
      return { now: theirs ? ideaName(theirs, language) : "" };
    }
  };

  /** Keeps another change of the universe, which answers how to take it back. */
  const keep = (change: () => Promise<TakeBack | null>) =>
    track(change).then((back) => {
      if (back) remember(back);
    }, fail);

  /** Tells how many ideas were found, and offers to take them away again. */
  const tellFound = (cards: readonly Asset[]) => {
    if (cards.length === 0) return void toasts.add({ title: t("nothingNew"), type: "info" });
    const ids = cards.map(({ id }) => id);
    const back = async () => {
      for (const id of ids)
        if (shown().some((card) => card.id === now(id))) await remove.mutateAsync(now(id));
    };
    remember(back);
    tell(t("found", { count: ids.length }), back);
  };

  return {
    addIdea,
    removeIdea,
    rename,
    putInOrder,
    keep,
    tellFound,
    undo: () => takeBack(),
    settle,
    canUndo,
    saving,
  };
}
