"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { draftKeys } from "../drafts/queries.ts";
import type { Asset } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { cachedCards, inOrder, removalKey, showAnswers, showCards } from "./cached-cards.ts";
import type { AddAsset, RequestConcepts } from "./schema.ts";

/** Adds a card; it appears when the database has it. To undo it, remove the card that is answered. */
export function useAddAsset(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: AddAsset) =>
      requestJson<Asset>(`/api/drafts/${draftId}/assets`, { method: "POST", json: input }),
    onSuccess: (asset) => showAnswers(client, draftId, [asset]),
  });
}

/**
 * Removes a card with its pieces for good, and stops what is being made for it. It leaves the page at once and comes
 * back when that is refused. To offer an undo, wait with this until the time for it has passed: the call outlives the page.
 */
export function useRemoveAsset(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: removalKey(draftId),
    mutationFn: (assetId: string) =>
      requestJson<null>(`/api/drafts/${draftId}/assets/${assetId}`, { method: "DELETE", keepalive: true }),
    onMutate: (assetId) => {
      const card = cachedCards(client, draftId).find(({ id }) => id === assetId);
      showCards(client, draftId, (cards) => cards.filter(({ id }) => id !== assetId));
      return card;
    },
    onError: (_error, assetId, card) => {
      showCards(client, draftId, (cards) =>
        !card || cards.some(({ id }) => id === assetId) ? cards : inOrder([...cards, card]),
      );
      // What was said of it meanwhile went unheard.
      return client.invalidateQueries({ queryKey: draftKeys.assets(draftId), exact: true });
    },
  });
}

/** Puts the cards in this order at once. The answer is the order before: to undo it, send that. */
export function useReorderAssets(draftId: string) {
  const client = useQueryClient();
  const show = (asset_ids: readonly string[]) => {
    const places = new Map(asset_ids.map((id, place) => [id, place]));
    showCards(client, draftId, (cards) =>
      inOrder(
        cards.map((card) => {
          const place = places.get(card.id) ?? card.sort_order;
          return place === card.sort_order ? card : { ...card, sort_order: place };
        }),
      ),
    );
  };
  const orderNow = () => cachedCards(client, draftId).map(({ id }) => id);
  const mutation = useMutation({
    scope: { id: `draft ${draftId} order` },
    mutationFn: async ({ asset_ids, before }: { asset_ids: string[]; before: string[] }) => {
      await requestJson<null>(`/api/drafts/${draftId}/order`, { method: "PUT", json: { asset_ids } });
      return before;
    },
    onMutate: ({ asset_ids }) => show(asset_ids),
    // Others may have moved cards meanwhile: the database knows their order.
    onError: () => client.invalidateQueries({ queryKey: draftKeys.assets(draftId), exact: true }),
  });
  return {
    ...mutation,
    mutate: (asset_ids: string[], options?: Parameters<typeof mutation.mutate>[1]) =>
      mutation.mutate({ asset_ids, before: orderNow() }, options),
    mutateAsync: (asset_ids: string[]) => mutation.mutateAsync({ asset_ids, before: orderNow() }),
  };
}

/** Asks for ideas only: the cards appear, and can be changed before anything else is made. */
export function useRequestConcepts(draftId: string) {
  return useMutation({
    mutationFn: (input: RequestConcepts) =>
      requestJson<{ jobId: string }>(`/api/drafts/${draftId}/concepts`, { method: "POST", json: input }),
  });
}
