import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import type { Asset } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import { cachedCards, editKey, hideEdits, showAnswers, showEdits } from "./cached-cards.ts";
import { type CardEdit, inverseOf, seenBy } from "./edits.ts";
import type { EditAsset, EditAssets } from "./schema.ts";

/** Cards that were changed, and the change that takes it back; null where the page had not shown one of them before. */
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

/** Saves a change of several cards, all or none. */
export function assetsEditOptions(client: QueryClient, draftId: string) {
  return mutationOptions({
    mutationKey: editKey(draftId),
    // One after the other: the second change of a field expects what the first one made of it.
    scope: { id: editKey(draftId).join(" ") },
    mutationFn: async (edits: CardEdit[]): Promise<EditedAssets> => {
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
    onMutate: (edits) => showEdits(client, draftId, edits),
    onSuccess: ({ assets }, edits) => showAnswers(client, draftId, assets, edits),
    onError: (_error, edits) => hideEdits(client, draftId, edits),
  });
}
