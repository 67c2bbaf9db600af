"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { memberKeys } from "../members/queries.ts";
import { requestJson } from "../problem.ts";

/** Makes a secret link to look at a draft; it is told this once. */
export function useCreatePreviewLink(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      requestJson<{ url: string; expires_at: string }>(`/api/drafts/${draftId}/preview-link`, {
        method: "POST",
        json: {},
      }),
    onSettled: () => client.invalidateQueries({ queryKey: memberKeys.people(draftId) }),
  });
}

/** Ends all secret links of a draft. `keepalive` lets the call outlive the page. */
export function useRevokePreviewLinks(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      requestJson<null>(`/api/drafts/${draftId}/preview-link`, { method: "DELETE", keepalive: true }),
    onSettled: () => client.invalidateQueries({ queryKey: memberKeys.people(draftId) }),
  });
}
