import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Page } from "../drafts/queries.ts";
import { requestJson } from "../problem.ts";
import type { AssetVersionsQuery, PromptLayers, PromptPiece, Version } from "./schema.ts";

/** Below the key of the draft, so that what reads a draft anew reads its versions anew too. */
export const versionKeys = {
  asset: (draftId: string, assetId: string) => ["draft", draftId, "versions", assetId] as const,
  draft: (draftId: string) => ["draft", draftId, "versions", "universe"] as const,
  prompt: (draftId: string, assetId: string) => ["draft", draftId, "prompt", assetId] as const,
};

/**
 * The last versions of a piece of a card. `shown`: the Storage key of what the card shows, so that the list is read
 * anew when the card gets another file.
 */
export const assetVersionsQuery = (
  draftId: string,
  assetId: string,
  { piece, language }: AssetVersionsQuery,
  shown: string | null,
) =>
  queryOptions({
    queryKey: [...versionKeys.asset(draftId, assetId), piece, language ?? null, shown],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ piece, ...(language ? { language } : {}) });
      return requestJson<Page<Version>>(`/api/drafts/${draftId}/assets/${assetId}/versions?${query}`, {
        signal,
      });
    },
    placeholderData: keepPreviousData,
  });

/** The last versions of the music or a graphic of a universe; `shown` as for a card. */
export const draftVersionsQuery = (draftId: string, piece: Version["piece"], shown: string | null) =>
  queryOptions({
    queryKey: [...versionKeys.draft(draftId), piece, shown],
    queryFn: ({ signal }) =>
      requestJson<Page<Version>>(`/api/drafts/${draftId}/versions?piece=${piece}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** The layers of the prompt of a card's next picture or film. `prompt`: what the card says it would be now. */
export const assetPromptQuery = (draftId: string, assetId: string, piece: PromptPiece, prompt: string) =>
  queryOptions({
    queryKey: [...versionKeys.prompt(draftId, assetId), piece, prompt],
    queryFn: ({ signal }) =>
      requestJson<PromptLayers>(`/api/drafts/${draftId}/assets/${assetId}/prompt?piece=${piece}`, { signal }),
    placeholderData: keepPreviousData,
  });
