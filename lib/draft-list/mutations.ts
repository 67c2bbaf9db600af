"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../contract/languages.ts";
import { draftKeys, type Page } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import type { problem } from "../errors.ts";
import { requestJson } from "../problem.ts";
import { appendDrafts, draftListKey, draftPageSize, readDrafts } from "./queries.ts";
import type { DraftView } from "./view.ts";

/** Loads what comes after the drafts that a list shows. */
export function useLoadDrafts(view: DraftView, language: Language) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const queryKey = draftListKey(view, language);
      const before = client.getQueryData<Page<Draft>>(queryKey);
      if (!before) return;
      const more = await readDrafts(view, language, { skip: before.items.length, limit: draftPageSize });
      const now = client.getQueryData<Page<Draft>>(queryKey);
      if (!now) return;
      client.setQueryData<Page<Draft>>(queryKey, appendDrafts(now, more));
      // What came or went meanwhile has moved the place from which it was read.
      const hasMoved = now.items.length !== before.items.length || more.total !== before.total;
      if (hasMoved) await client.refetchQueries({ queryKey, exact: true });
    },
  });
}

/** Makes a copy of a draft, unpublished and with the same files. */
export function useDuplicateDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draftId: string) =>
      requestJson<Draft>(`/api/drafts/${draftId}/duplicate`, { method: "POST" }),
    onSettled: () => client.invalidateQueries({ queryKey: draftKeys.list }),
  });
}

/** What became of each draft of a batch. */
export interface BatchAnswer {
  items: { draft_id: string; jobId?: string; problem?: ReturnType<typeof problem> }[];
}

/** Starts what several drafts lack; some of them may be refused. */
export function useGenerateDrafts() {
  return useMutation({
    mutationFn: (draftIds: string[]) =>
      requestJson<BatchAnswer>("/api/generate/batch", { method: "POST", json: { draft_ids: draftIds } }),
  });
}
