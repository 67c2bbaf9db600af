"use client";

import { type MutateOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import { isOlder } from "../realtime/is-older.ts";
import type { EditDraft } from "./edit-schema.ts";
import { type DraftEdit, inverseOf, seenBy, withoutPatch, withPatch } from "./edits.ts";
import { draftFiles, keepAddresses } from "./files.ts";
import { draftEditKey, withPendingEdits } from "./pending-edits.ts";
import { draftKeys } from "./queries.ts";
import type { Draft } from "./schema.ts";

/** A universe that was changed, and the change that takes it back; null where the page had not shown it before. */
interface EditedDraft {
  draft: Draft;
  undo: EditDraft | null;
}

/**
 * Changes a universe: seen at once, taken off the page again when it is refused. The answer says how to undo it. What
 * somebody else changed since it was shown is refused with `changed_meanwhile`: ask `conflictsOf(error)` for the fields
 * and what they say now. Give `expected` where the person began to type before a message came.
 */
export function useEditDraft(draftId: string) {
  const client = useQueryClient();
  const queryKey = draftKeys.detail(draftId);
  const mutationKey = draftEditKey(draftId);
  const show = (change: (draft: Draft) => Draft) =>
    client.setQueryData<Draft>(queryKey, (draft) => draft && change(draft));
  const mutation = useMutation({
    mutationKey,
    // One after the other: the second change of a field expects what the first one made of it.
    scope: { id: mutationKey.join(" ") },
    mutationFn: async (edit: DraftEdit): Promise<EditedDraft> => {
      const draft = await requestJson<Draft>(`/api/drafts/${draftId}`, {
        method: "PATCH",
        json: { ...edit.patch, expected: edit.expected },
      });
      return { draft, undo: inverseOf(edit, draft) };
    },
    onMutate: ({ patch }) => void show((draft) => withPatch(draft, patch)),
    onSuccess: ({ draft }, edit) => {
      show((known) =>
        isOlder(draft, known)
          ? known
          : withPendingEdits(client, { ...known, ...keepAddresses(draftFiles, known, draft) }, edit),
      );
      // The list of universes is told by its own channel while it is open, and read anew when it is opened.
      return client.invalidateQueries({ queryKey: draftKeys.list, refetchType: "none" });
    },
    onError: (_error, edit) =>
      void show((draft) => withPendingEdits(client, withoutPatch(draft, edit), edit)),
  });
  const editOf = ({ expected, ...patch }: EditDraft): DraftEdit => {
    const before = client.getQueryData<Draft>(queryKey);
    return { patch, before, expected: expected ?? (before && seenBy(before, patch)) };
  };
  return {
    ...mutation,
    mutate: (input: EditDraft, options?: MutateOptions<EditedDraft, Error, DraftEdit>) =>
      mutation.mutate(editOf(input), options),
    mutateAsync: (input: EditDraft) => mutation.mutateAsync(editOf(input)),
  };
}
