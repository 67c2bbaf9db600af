"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { draftKeys } from "../drafts/queries.ts";
import type { Draft } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";
import type { UniverseState } from "../universes/schema.ts";
import { staffKey } from "./queries.ts";
import type { Report } from "./schema.ts";

/** Says what is wrong with a universe. */
export function useReportUniverse(slug: string) {
  return useMutation({
    mutationFn: (report: Report) =>
      requestJson<{ id: string }>(`/api/universes/${slug}/reports`, { method: "POST", json: report }),
  });
}

/** Says once why a hidden universe should be seen again. The draft's channel tells everybody else. */
export function useAppealHiding({ id, slug }: Pick<Draft, "id" | "slug">) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      requestJson<null>(`/api/universes/${slug}/appeal`, { method: "POST", json: { text } }),
    onSettled: () => client.invalidateQueries({ queryKey: draftKeys.detail(id), exact: true }),
  });
}

/** A decision of an admin; afterwards every list of the staff is read anew. */
function useDecision<Input, Answer>(decide: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSettled: () => client.invalidateQueries({ queryKey: staffKey }),
  });
}

/** Closes a report about which there is nothing to do. `keepalive` lets the call outlive the page. */
export function useDismissReport() {
  return useDecision((reportId: string) =>
    requestJson<null>(`/api/reports/${reportId}`, {
      method: "PATCH",
      json: { status: "dismissed" },
      keepalive: true,
    }),
  );
}

interface Worded {
  slug: string;
  words: string;
}

/** Keeps everybody from seeing a universe, for this reason. */
export function useHideUniverse() {
  return useDecision(({ slug, words }: Worded) =>
    requestJson<UniverseState>(`/api/universes/${slug}/hiding`, { method: "PUT", json: { reason: words } }),
  );
}

/** Lets a universe be seen again, with a word to its owner or none. */
export function useUnhideUniverse() {
  return useDecision(({ slug, words }: Worded) =>
    requestJson<UniverseState>(`/api/universes/${slug}/hiding`, {
      method: "DELETE",
      json: words ? { answer: words } : {},
    }),
  );
}

/** Leaves a universe hidden although its owner objected, and says why. */
export function useRefuseAppeal() {
  return useDecision(({ slug, words }: Worded) =>
    requestJson<null>(`/api/universes/${slug}/appeal`, { method: "PATCH", json: { answer: words } }),
  );
}
