import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { EditDraft } from "./edit-schema.ts";
import { type DraftEdit, inverseOf, seenBy, withoutPatch, withPatch } from "./edits.ts";
import { draftFiles, keepAddresses } from "./files.ts";
import { draftKeys } from "./keys.ts";
import { draftEditKey, draftEditScope, withPendingEdits } from "./pending-edits.ts";
import type { Draft } from "./schema.ts";

/** A universe that was changed, and the change that takes it back; null where the page had not shown it before. */
export interface EditedDraft {
  draft: Draft;
  undo: EditDraft | null;
}

/** A change of a universe with what it is compared with: what the editor saw, else what the page shows. */
export function draftEditOf(
  client: QueryClient,
  draftId: string,
  { expected, ...patch }: EditDraft,
): DraftEdit {
  const before = client.getQueryData<Draft>(draftKeys.detail(draftId));
  return { patch, before, expected: expected ?? (before && seenBy(before, patch)) };
}

/** Saves a change of a universe. */
export function draftEditOptions(client: QueryClient, draftId: string) {
  const show = (change: (draft: Draft) => Draft) => {
    client.setQueryData<Draft>(draftKeys.detail(draftId), (draft) => draft && change(draft));
  };
  return mutationOptions({
    mutationKey: draftEditKey(draftId),
    // One after the other: the second change of a field expects what the first one made of it.
    scope: draftEditScope(draftId),
    mutationFn: async (edit: DraftEdit): Promise<EditedDraft> => {
      const draft = await requestJson<Draft>(`/api/drafts/${draftId}`, {
        method: "PATCH",
        json: { ...edit.patch, expected: edit.expected },
      });
      return { draft, undo: inverseOf(edit, draft) };
    },
    onMutate: ({ patch }) => show((draft) => withPatch(draft, patch)),
    onSuccess: ({ draft }, edit) => {
      show((known) =>
        isOlder(draft, known)
          ? known
          : withPendingEdits(client, { ...known, ...keepAddresses(draftFiles, known, draft) }, edit),
      );
      // The list of universes is told by its own channel while it is open, and read anew when it is opened.
      return client.invalidateQueries({ queryKey: draftKeys.list, refetchType: "none" });
    },
    onError: (_error, edit) => show((draft) => withPendingEdits(client, withoutPatch(draft, edit), edit)),
  });
}
