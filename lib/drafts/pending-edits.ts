import type { QueryClient } from "@tanstack/react-query";
import { type DraftEdit, withPatch } from "./edits.ts";
import { draftKeys } from "./keys.ts";
import type { Draft } from "./schema.ts";

/** Changes of a universe on their way; the database gets them one after the other. */
export const draftEditKey = (draftId: string) => [...draftKeys.detail(draftId), "edit"] as const;

/** What follows a change in this scope waits until it is stored: it is made from what the page shows. */
export const draftEditScope = (draftId: string) => ({ id: draftEditKey(draftId).join(" ") });

/**
 * A universe as it comes from the database, with what was typed since and is still on its way, so that an answer or a
 * message never takes a newer word off the page. `but`: the change that this is the answer to.
 */
export function withPendingEdits(client: QueryClient, draft: Draft, but?: DraftEdit): Draft {
  return client
    .getMutationCache()
    .findAll({ mutationKey: draftEditKey(draft.id), status: "pending" })
    .map(({ state }) => state.variables as DraftEdit)
    .filter((edit) => edit !== but)
    .reduce((row, { patch }) => withPatch(row, patch), draft);
}
