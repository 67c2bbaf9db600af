import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { Asset } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { cachedCards, editKey, hideEdits, showAnswers, showEdits } from "./cached-cards.ts";
import { type CardEdit, inverseOf, seenBy } from "./edits.ts";
import type { EditAsset, EditAssets } from "./schema.ts";

/** A card that was changed, and the change that takes it back; null where the page had not shown it before. */
export interface EditedAsset {
  asset: Asset;
  undo: EditAsset | null;
}

/** As `EditedAsset`, of several cards. */
export interface EditedAssets {
  assets: Asset[];
  undo: EditAssets | null;
}

/** A change of a card with what it is compared with: what the editor saw, else what the page shows. */
export function cardEditOf(
  client: QueryClient,
  draftId: string,
  id: string,
  { expected, ...patch }: EditAsset,
): CardEdit {
  const before = cachedCards(client, draftId).find((card) => card.id === id);
  return { id, patch, before, expected: expected ?? (before && seenBy(before, patch)) };
}

function optionsOf<Answer>(
  client: QueryClient,
  draftId: string,
  send: (edits: CardEdit[]) => Promise<Answer>,
  cardsOf: (answer: Answer) => Asset[],
) {
  return mutationOptions({
    mutationKey: editKey(draftId),
    // One after the other: the second change of a field expects what the first one made of it.
    scope: { id: editKey(draftId).join(" ") },
    mutationFn: send,
    onMutate: (edits: CardEdit[]) => showEdits(client, draftId, edits),
    onSuccess: (answer, edits) => showAnswers(client, draftId, cardsOf(answer), edits),
    onError: (_error, edits) => hideEdits(client, draftId, edits),
  });
}

/** Saves a change of one card. */
export function assetEditOptions(client: QueryClient, draftId: string, assetId: string) {
  return optionsOf<EditedAsset>(
    client,
    draftId,
    async (edits) => {
      const [edit] = edits as [CardEdit];
      const asset = await requestJson<Asset>(`/api/drafts/${draftId}/assets/${assetId}`, {
        method: "PATCH",
        json: { ...edit.patch, expected: edit.expected },
      });
      return { asset, undo: inverseOf(edit, asset) };
    },
    ({ asset }) => [asset],
  );
}

/** Saves a change of several cards, all or none. */
export function assetsEditOptions(client: QueryClient, draftId: string) {
  return optionsOf<EditedAssets>(
    client,
    draftId,
    async (edits) => {
      const items = edits.map(({ id, patch, expected }) => ({ id, ...patch, expected }));
      const answer = await requestJson<{ items: Asset[] }>(`/api/drafts/${draftId}/assets`, {
        method: "PATCH",
        json: { items },
      });
      const undo = edits.flatMap((edit) => {
        const asset = answer.items.find(({ id }) => id === edit.id);
        const back = asset && inverseOf(edit, asset);
        return back ? [{ id: edit.id, ...back }] : [];
      });
      return { assets: answer.items, undo: undo.length === edits.length ? { items: undo } : null };
    },
    ({ assets }) => assets,
  );
}
