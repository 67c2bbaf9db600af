"use client";

import { type MutateOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import { additionOptions, type Order, orderOf, orderOptions, removalOptions } from "./deck-options.ts";
import { assetsEditOptions, cardEditOf, type EditedAssets } from "./edit-options.ts";
import type { CardEdit } from "./edits.ts";
import type { EditAssets, RequestConcepts } from "./schema.ts";

/**
 * Changes up to thirty cards, all of them or none: seen at once, taken off the page again when it is refused. The answer
 * is the cards and `undo`, the change that takes it back. What somebody else changed since it was shown is refused with
 * `changed_meanwhile`: ask `conflictsOf(error)` for the fields (`items.<n>.names.de`) and what they say now. Give
 * `expected` where the person began to type before a message came.
 */
export function useEditAssets(draftId: string) {
  const client = useQueryClient();
  const mutation = useMutation(assetsEditOptions(client, draftId));
  const editsOf = ({ items }: EditAssets) =>
    items.map(({ id, ...input }) => cardEditOf(client, draftId, id, input));
  return {
    ...mutation,
    mutate: (input: EditAssets, options?: MutateOptions<EditedAssets, Error, CardEdit[], void>) =>
      mutation.mutate(editsOf(input), options),
    mutateAsync: (input: EditAssets) => mutation.mutateAsync(editsOf(input)),
  };
}

/** Adds a card; it appears when the database has it. To undo it, remove the card that is answered. */
export function useAddAsset(draftId: string) {
  return useMutation(additionOptions(useQueryClient(), draftId));
}

/**
 * Removes a card with its pieces for good, and stops what is being made for it. It leaves the page at once and comes
 * back when that is refused. To offer an undo, wait with this until the time for it has passed: the call outlives the page.
 */
export function useRemoveAsset(draftId: string) {
  return useMutation(removalOptions(useQueryClient(), draftId));
}

/** Puts the cards in this order at once. The answer is the order before: to undo it, send that. */
export function useReorderAssets(draftId: string) {
  const client = useQueryClient();
  const mutation = useMutation(orderOptions(client, draftId));
  return {
    ...mutation,
    mutate: (asset_ids: string[], options?: MutateOptions<string[], Error, Order, void>) =>
      mutation.mutate(orderOf(client, draftId, asset_ids), options),
    mutateAsync: (asset_ids: string[]) => mutation.mutateAsync(orderOf(client, draftId, asset_ids)),
  };
}

/** Asks for ideas only: the cards appear, and can be changed before anything else is made. */
export function useRequestConcepts(draftId: string) {
  return useMutation({
    mutationFn: (input: RequestConcepts) =>
      requestJson<{ jobId: string }>(`/api/drafts/${draftId}/concepts`, { method: "POST", json: input }),
  });
}
