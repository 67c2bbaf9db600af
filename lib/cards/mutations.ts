"use client";

import { type MutateOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Asset } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { cachedCards, editKey, hideEdits, showAnswers, showEdits } from "./cached-cards.ts";
import { type CardEdit, inverseOf, seenBy } from "./edits.ts";
import type { EditAsset, EditAssets } from "./schema.ts";

/** Cards that were changed, and the change that takes it back; null where the page had not shown them before. */
interface EditedAssets {
  assets: Asset[];
  undo: EditAssets | null;
}

/** As `EditedAssets`, of one card. */
interface EditedAsset {
  asset: Asset;
  undo: EditAsset | null;
}

function useCardEdits<Answer>(
  draftId: string,
  send: (edits: CardEdit[]) => Promise<Answer>,
  cardsOf: (answer: Answer) => Asset[],
) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: editKey(draftId),
    // One after the other: the second change of a field expects what the first one made of it.
    scope: { id: editKey(draftId).join(" ") },
    mutationFn: send,
    onMutate: (edits: CardEdit[]) => showEdits(client, draftId, edits),
    onSuccess: (answer, edits) => showAnswers(client, draftId, cardsOf(answer), edits),
    onError: (_error, edits) => hideEdits(client, draftId, edits),
  });
}

function useEditOf(draftId: string) {
  const client = useQueryClient();
  return (id: string, { expected, ...patch }: EditAsset): CardEdit => {
    const before = cachedCards(client, draftId).find((card) => card.id === id);
    return { id, patch, before, expected: expected ?? (before && seenBy(before, patch)) };
  };
}

/**
 * Changes one card: seen at once, taken off the page again when it is refused. The answer says how to undo it. What
 * somebody else changed since it was shown is refused with `changed_meanwhile`: ask `conflictsOf(error)` for the fields
 * and what they say now. Give `expected` where the person began to type before a message came.
 */
export function useEditAsset(draftId: string, assetId: string) {
  const editOf = useEditOf(draftId);
  const mutation = useCardEdits<EditedAsset>(
    draftId,
    async ([edit]) => {
      const { patch, expected } = edit as CardEdit;
      const asset = await requestJson<Asset>(`/api/drafts/${draftId}/assets/${assetId}`, {
        method: "PATCH",
        json: { ...patch, expected },
      });
      return { asset, undo: inverseOf(edit as CardEdit, asset) };
    },
    ({ asset }) => [asset],
  );
  return {
    ...mutation,
    mutate: (input: EditAsset, options?: MutateOptions<EditedAsset, Error, CardEdit[]>) =>
      mutation.mutate([editOf(assetId, input)], options),
    mutateAsync: (input: EditAsset) => mutation.mutateAsync([editOf(assetId, input)]),
  };
}

/** Changes up to thirty cards, all of them or none, as `useEditAsset` does one. */
export function useEditAssets(draftId: string) {
  const editOf = useEditOf(draftId);
  const mutation = useCardEdits<EditedAssets>(
    draftId,
    async (edits) => {
      const items = edits.map(({ id, patch, expected }) => ({ id, ...patch, expected }));
      const { items: assets } = await requestJson<{ items: Asset[] }>(`/api/drafts/${draftId}/assets`, {
        method: "PATCH",
        json: { items },
      });
      const undo = edits.flatMap((edit) => {
        const asset = assets.find(({ id }) => id === edit.id);
        const back = asset && inverseOf(edit, asset);
        return back ? [{ id: edit.id, ...back }] : [];
      });
      return { assets, undo: undo.length === edits.length ? { items: undo } : null };
    },
    ({ assets }) => assets,
  );
  const editsOf = ({ items }: EditAssets) => items.map(({ id, ...input }) => editOf(id, input));
  return {
    ...mutation,
    mutate: (input: EditAssets, options?: MutateOptions<EditedAssets, Error, CardEdit[]>) =>
      mutation.mutate(editsOf(input), options),
    mutateAsync: (input: EditAssets) => mutation.mutateAsync(editsOf(input)),
  };
}
