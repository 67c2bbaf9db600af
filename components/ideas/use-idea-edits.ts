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
import { problemCode } from "@/lib/problem";
import { type Step, type TakeBack, useHistory } from "./use-history";

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
  const { make, undo, settle, canUndo, saving } = useHistory();
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

  const fail = (error: unknown) => void toasts.add({ title: problemText(error), type: "error" });
  const takeBack = (step?: Step) => undo(step).catch(fail);
  const tell = (title: string, step: Step) => {
    const toastId = toasts.add({
      title,
      actionProps: {
        children: t("undo"),
        onClick: () => {
          toasts.close(toastId);
          void takeBack(step);
        },
      },
    });
  };

  const bringBack = async ({ id, concept, names, sort_order }: Asset) => {
    const known = Object.entries(names).filter(([, name]) => name !== null);
    const card = await add.mutateAsync({ concept, names: Object.fromEntries(known), sort_order });
    returned.current.set(id, card.id);
  };
  const removeIdea = (card: Asset) => {
    const { step, kept } = make(async () => {
      await remove.mutateAsync(card.id);
      return () => bringBack(card);
    });
    tell(t("removed", { name: ideaName(card, language) }), step);
    return kept.catch(fail);
  };

  /** Resolves to why the idea is not in the list, else to null. */
  const addIdea = (text: string): Promise<Error | null> => {
    const { kept } = make(async () => {
      const card = await add.mutateAsync({ concept: text, names: { [language]: text } });
      return () => remove.mutateAsync(now(card.id));
    });
    return kept.then(
      () => null,
      (error: Error) => error,
    );
  };

  /** The cards that are there by now, those first that were named, in the order in which they were. */
  const inOrder = (ids: string[]) => {
    const here = shown().map(({ id }) => id);
    const wanted = ids.map(now).filter((id) => here.includes(id));
    return [...wanted, ...here.filter((id) => !wanted.includes(id))];
  };
  /** Cards that come or go meanwhile, one's own among them, find their place; the second refusal counts. */
  const sendOrder = (ids: string[]) =>
    reorder.mutateAsync(inOrder(ids)).catch(async (error: unknown) => {
      if (problemCode(error) !== "changed_meanwhile") throw error;
      await client.refetchQueries({ queryKey: draftKeys.assets(draftId), exact: true });
      return reorder.mutateAsync(inOrder(ids));
    });
  const putInOrder = (ids: string[]) => {
    const { kept } = make(async () => {
      const before = await sendOrder(ids);
      return () => sendOrder(before);
    });
    return kept.catch(fail);
  };

  /** Throws what the name was refused for; resolves to what somebody else wrote meanwhile, when they did. */
  const rename = async (card: Asset, text: string): Promise<NameConflict | null> => {
    const patch = renamed(card, language, text);
    if (!patch) return null;
    const { kept } = make(async () => {
      const { undo: back } = await edit.mutateAsync({ items: [{ id: card.id, ...patch }] });
      return (
        back && (() => edit.mutateAsync({ items: back.items.map((item) => ({ ...item, id: now(item.id) })) }))
      );
    });
    try {
      await kept;
      return null;
    } catch (error) {
      if (conflictsOf(error).length === 0) throw error;
      await client.refetchQueries({ queryKey: draftKeys.assets(draftId), exact: true });
      const theirs = shown().find(({ id }) => id === card.id);
      return { now: theirs ? ideaName(theirs, language) : "" };
    }
  };

  /** Makes another change of the universe, which answers how to take it back. */
  const keep = (change: () => Promise<TakeBack | null>) => make(change).kept.catch(fail);

  /** Tells how many ideas were found, and offers to take them away again. */
  const tellFound = (cards: readonly Asset[]) => {
    if (cards.length === 0) return void toasts.add({ title: t("nothingNew"), type: "info" });
    const ids = cards.map(({ id }) => id);
    const { step } = make(async () => () => {
      const here = ids.map(now).filter((id) => shown().some((card) => card.id === id));
      return Promise.all(here.map((id) => remove.mutateAsync(id)));
    });
    tell(t("found", { count: ids.length }), step);
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
