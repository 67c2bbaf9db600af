"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { Publish } from "../releases/schema.ts";
import { forgetDraft } from "./forget.ts";
import { draftEditScope } from "./pending-edits.ts";
import { draftKeys } from "./queries.ts";
import type { CreateDraft, Draft, Generate, Regenerate } from "./schema.ts";

interface StartedJob {
  jobId: string;
}

/** A draft that was made, and why its cards could not be asked for, if they could not. */
export interface StartedDraft {
  draft: Draft;
  refusal: unknown;
}

/** What is asked for first: everything, or only the ideas for its cards. */
export type FirstStep = "generate" | "concepts";

/**
 * Makes a draft and asks at once for its cards, or for ideas alone. A refused request leaves the draft, to be asked for
 * later.
 */
export function useCreateDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ input, first }: { input: CreateDraft; first: FirstStep }): Promise<StartedDraft> => {
      const draft = await requestJson<Draft>("/api/drafts", { method: "POST", json: input });
      const asked = requestJson<StartedJob>(`/api/drafts/${draft.id}/${first}`, { method: "POST", json: {} });
      return asked.then(
        () => ({ draft, refusal: null }),
        (refusal: unknown) => ({ draft, refusal }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: draftKeys.list }),
  });
}

/*
 * What follows reads nothing anew: the draft's channel tells of every change, and an answer that was on its way
 * meanwhile would put older rows over newer ones.
 */

/** Makes what is missing: the cards of an empty draft, or only the pieces that failed. What was just chosen counts. */
export function useGenerateDraft(draftId: string) {
  return useMutation({
    scope: draftEditScope(draftId),
    mutationFn: (input: Generate) =>
      requestJson<StartedJob>(`/api/drafts/${draftId}/generate`, { method: "POST", json: input }),
  });
}

/** Makes the picture of one card again, from another prompt when one is given. */
export function useRegenerateAsset(draftId: string, assetId: string) {
  return useMutation({
    mutationFn: (input: Regenerate) =>
      requestJson<StartedJob>(`/api/drafts/${draftId}/assets/${assetId}/regenerate`, {
        method: "PATCH",
        json: input,
      }),
  });
}

/** Asks for a release; the draft turns `published` when it is out. What was just chosen goes along. */
export function usePublishDraft(draftId: string) {
  return useMutation({
    scope: draftEditScope(draftId),
    mutationFn: (input: Publish) =>
      requestJson<StartedJob>(`/api/drafts/${draftId}/publish`, { method: "POST", json: input }),
  });
}

/** Deletes a draft for good. `keepalive` lets the call outlive the page. */
export function useDeleteDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draftId: string) =>
      requestJson<null>(`/api/drafts/${draftId}`, { method: "DELETE", keepalive: true }),
    onSuccess: (_answer, draftId) => forgetDraft(client, draftId),
  });
}
