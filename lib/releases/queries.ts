import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { LookedAtRelease, Publication, Release } from "./schema.ts";

/** What publishing a draft would change right now, and what is missing; read anew whenever it is looked at. */
export const publicationQuery = (draftId: string) =>
  queryOptions({
    queryKey: ["publication", draftId],
    queryFn: ({ signal }) => requestJson<Publication>(`/api/drafts/${draftId}/publish`, { signal }),
    staleTime: 0,
    gcTime: 0,
  });

export interface ReleasePage {
  items: Release[];
  total: number;
}

/** So many are read at first; whoever wants more asks for as many again. */
export const releaseStep = 20;

/** The newest releases of a draft. `live` is the number of the one that is shown: with another one the list is another. */
export const releaseListQuery = (draftId: string, live: number | null, limit = releaseStep) =>
  queryOptions({
    queryKey: ["releases", draftId, live, limit],
    queryFn: ({ signal }) =>
      requestJson<ReleasePage>(`/api/drafts/${draftId}/releases?limit=${limit}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** What a release changed. It never changes itself. */
export const releaseQuery = (draftId: string, releaseId: string) =>
  queryOptions({
    queryKey: ["release", draftId, releaseId],
    queryFn: ({ signal }) =>
      requestJson<LookedAtRelease>(`/api/drafts/${draftId}/releases/${releaseId}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
