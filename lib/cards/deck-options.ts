import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { draftKeys } from "../drafts/keys.ts";
import type { Asset } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { cachedCards, inOrder, removalKey, showAnswers, showCards } from "./cached-cards.ts";
import type { AddAsset } from "./schema.ts";

/** A new order of a deck, and the one before. */
export interface Order {
  asset_ids: string[];
  before: string[];
}

/** Adds a card, which appears when the database has it. */
export function additionOptions(client: QueryClient, draftId: string) {
  return mutationOptions({
    mutationKey: [...draftKeys.detail(draftId), "add-card"],
    mutationFn: (input: AddAsset) =>
      requestJson<Asset>(`/api/drafts/${draftId}/assets`, { method: "POST", json: input }),
    onSuccess: (asset) => showAnswers(client, draftId, [asset]),
  });
}

/** Removes a card, which leaves the page at once and comes back when that is refused. */
export function removalOptions(client: QueryClient, draftId: string) {
  return mutationOptions({
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

function showOrder(client: QueryClient, draftId: string, asset_ids: readonly string[]): void {
  const places = new Map(asset_ids.map((id, place) => [id, place]));
  showCards(client, draftId, (cards) =>
    inOrder(
      cards.map((card) => {
        const place = places.get(card.id) ?? card.sort_order;
        return place === card.sort_order ? card : { ...card, sort_order: place };
      }),
    ),
  );
}

/** A new order with the one that the page shows. */
export function orderOf(client: QueryClient, draftId: string, asset_ids: string[]): Order {
  return { asset_ids, before: cachedCards(client, draftId).map(({ id }) => id) };
}

/** Puts the cards in order, at once; the answer is the order before. */
export function orderOptions(client: QueryClient, draftId: string) {
  return mutationOptions({
    mutationKey: [...draftKeys.detail(draftId), "order-cards"],
    scope: { id: `draft ${draftId} order` },
    mutationFn: async ({ asset_ids, before }: Order) => {
      await requestJson<null>(`/api/drafts/${draftId}/order`, { method: "PUT", json: { asset_ids } });
      return before;
    },
    onMutate: ({ asset_ids }) => showOrder(client, draftId, asset_ids),
    onError: (_error, { before }) => {
      showOrder(client, draftId, before);
      // Others may have added or moved cards meanwhile: the database knows their order.
      return client.invalidateQueries({ queryKey: draftKeys.assets(draftId), exact: true });
    },
  });
}
