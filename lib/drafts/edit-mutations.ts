"use client";

import { type MutateOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { draftEditOf, draftEditOptions, type EditedDraft } from "./edit-options.ts";
import type { EditDraft } from "./edit-schema.ts";
import type { DraftEdit } from "./edits.ts";

/**
 * Changes a universe: seen at once, taken off the page again when it is refused. The answer is the universe and `undo`,
 * the change that takes it back. What somebody else changed since it was shown is refused with `changed_meanwhile`: ask
 * `conflictsOf(error)` for the fields and what they say now. Give `expected` where the person began to type before a
 * message came.
 */
export function useEditDraft(draftId: string) {
  const client = useQueryClient();
  const mutation = useMutation(draftEditOptions(client, draftId));
  return {
    ...mutation,
    mutate: (input: EditDraft, options?: MutateOptions<EditedDraft, Error, DraftEdit, void>) =>
      mutation.mutate(draftEditOf(client, draftId, input), options),
    mutateAsync: (input: EditDraft) => mutation.mutateAsync(draftEditOf(client, draftId, input)),
  };
}
