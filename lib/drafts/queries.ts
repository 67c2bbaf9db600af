import { queryOptions, replaceEqualDeep } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import { keepPictureUrls } from "./picture-urls.ts";
import type { Asset, Draft } from "./schema.ts";

export interface Page<Item> {
  items: Item[];
  total: number;
}

export const draftKeys = {
  list: ["drafts"] as const,
  detail: (draftId: string) => ["draft", draftId] as const,
  assets: (draftId: string) => ["draft", draftId, "assets"] as const,
};

/** My drafts, newest first. */
export const draftListQuery = () =>
  queryOptions({
    queryKey: draftKeys.list,
    queryFn: ({ signal }) => requestJson<Page<Draft>>("/api/drafts?limit=100", { signal }),
  });

/** One draft. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: draftKeys.detail(draftId),
    queryFn: ({ signal }) => requestJson<Draft>(`/api/drafts/${draftId}`, { signal }),
  });

/** The cards of a draft in their order. */
export const assetListQuery = (draftId: string) =>
  queryOptions({
    queryKey: draftKeys.assets(draftId),
    queryFn: ({ signal }) => requestJson<Page<Asset>>(`/api/drafts/${draftId}/assets`, { signal }),
    structuralSharing: (before, now) =>
      replaceEqualDeep(before, keepPictureUrls(before as Page<Asset> | undefined, now as Page<Asset>)),
  });
