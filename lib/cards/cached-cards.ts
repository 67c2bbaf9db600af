import type { QueryClient } from "@tanstack/react-query";
import { assetFiles, keepAddresses } from "../drafts/files.ts";
import { draftKeys } from "../drafts/keys.ts";
import type { Page } from "../drafts/queries.ts";
import type { Asset } from "../drafts/schema.ts";
import { isOlder } from "../realtime/is-older.ts";
import { type CardEdit, withoutPatch, withPatch } from "./edits.ts";

/** Changes of cards on their way; the database gets them one after the other. */
export const editKey = (draftId: string) => ["draft", draftId, "edit-cards"] as const;

/** Cards that are being removed. */
export const removalKey = (draftId: string) => ["draft", draftId, "remove-card"] as const;

/** Whether this card is on its way out, so that no message brings it back to the page. */
export function isLeaving(client: QueryClient, draftId: string, assetId: string): boolean {
  const leaving = client.getMutationCache().findAll({ mutationKey: removalKey(draftId), status: "pending" });
  return leaving.some(({ state }) => state.variables === assetId);
}

/** The cards that the page shows of this draft. */
export function cachedCards(client: QueryClient, draftId: string): Asset[] {
  return client.getQueryData<Page<Asset>>(draftKeys.assets(draftId))?.items ?? [];
}

/** Shows other cards; those that `change` returns as they were keep their identity. */
export function showCards(client: QueryClient, draftId: string, change: (cards: Asset[]) => Asset[]): void {
  client.setQueryData<Page<Asset>>(draftKeys.assets(draftId), (page) => {
    if (!page) return page;
    const items = change(page.items);
    const isSame = items.length === page.items.length && items.every((card, at) => card === page.items[at]);
    return isSame ? page : { items, total: items.length };
  });
}

/** Puts cards where they belong. */
export function inOrder(cards: Asset[]): Asset[] {
  return cards.toSorted((one, other) => one.sort_order - other.sort_order);
}

/** Shows these changes at once, before the database has them. */
export function showEdits(client: QueryClient, draftId: string, edits: readonly CardEdit[]): void {
  const byCard = new Map(edits.map((edit) => [edit.id, edit]));
  showCards(client, draftId, (cards) =>
    cards.map((card) => {
      const edit = byCard.get(card.id);
      return edit ? withPatch(card, edit.patch) : card;
    }),
  );
}

/** Takes refused changes off the page, but for what says something else by now. */
export function hideEdits(client: QueryClient, draftId: string, edits: readonly CardEdit[]): void {
  const byCard = new Map(edits.map((edit) => [edit.id, edit]));
  showCards(client, draftId, (cards) =>
    cards.map((card) => {
      const edit = byCard.get(card.id);
      return edit ? withPendingEdits(client, draftId, withoutPatch(card, edit), edit) : card;
    }),
  );
}

/**
 * A card as it comes from the database, with what was typed since and is still on its way, so that an answer or a
 * message never takes a newer word off the page. `but`: the change that this is the answer to.
 */
export function withPendingEdits(client: QueryClient, draftId: string, card: Asset, but?: CardEdit): Asset {
  const pending = client
    .getMutationCache()
    .findAll({ mutationKey: editKey(draftId), status: "pending" })
    .flatMap(({ state }) => (state.variables ?? []) as CardEdit[]);
  const waiting = pending.filter((edit) => edit !== but && edit.id === card.id);
  return waiting.reduce((shown, { patch }) => withPatch(shown, patch), card);
}

/** Shows cards as the database answered them, each under what is still on its way. New ones find their place. */
export function showAnswers(
  client: QueryClient,
  draftId: string,
  answers: readonly Asset[],
  edits: readonly CardEdit[] = [],
): void {
  const byCard = new Map(answers.map((card) => [card.id, card]));
  showCards(client, draftId, (cards) => {
    const next = cards.map((known) => {
      const answer = byCard.get(known.id);
      byCard.delete(known.id);
      if (!answer || isOlder(answer, known)) return known;
      const edit = edits.find(({ id }) => id === known.id);
      return withPendingEdits(client, draftId, keepAddresses(assetFiles, known, answer), edit);
    });
    return byCard.size === 0 ? next : inOrder([...next, ...byCard.values()]);
  });
}
