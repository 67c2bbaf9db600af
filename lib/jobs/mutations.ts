"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { draftKeys } from "../drafts/queries.ts";
import { requestJson } from "../problem.ts";

/** Stops a request of a draft; the cards that are made already stay. */
export function useCancelJob(draftId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => requestJson<unknown>(`/api/jobs/${jobId}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: draftKeys.detail(draftId) }),
  });
}
