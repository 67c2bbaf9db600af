"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { draftKeys } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import type { EditUniverse, UniverseState } from "../universes/schema.ts";
import type { Release } from "./schema.ts";

/** Shows this release to the children from now on. The draft's channel tells everybody else. */
export function useRestoreRelease(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (releaseId: string) =>
      requestJson<Release>(`/api/drafts/${draftId}/releases/${releaseId}/restore`, { method: "POST" }),
    onSuccess: ({ number }) =>
      client.setQueryData<Draft>(
        draftKeys.detail(draftId),
        (draft) => draft && { ...draft, release: number },
      ),
  });
}

/** Says who may see a published universe, or where it is from now on. `keepalive` lets the call outlive the page. */
export function useEditUniverse(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ slug, change }: { slug: string; change: EditUniverse }) =>
      requestJson<UniverseState>(`/api/universes/${slug}`, {
        method: "PATCH",
        json: change,
        keepalive: true,
      }),
    onSuccess: ({ slug, visibility }) =>
      client.setQueryData<Draft>(
        draftKeys.detail(draftId),
        (draft) => draft && { ...draft, slug, visibility },
      ),
  });
}
