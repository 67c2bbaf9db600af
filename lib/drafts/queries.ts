import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { withPendingEdits as withPendingCardEdits } from "../cards/cached-cards.ts";
import type { Piece } from "../contract/jobs.ts";
import type { Language } from "../contract/languages.ts";
import type { Job } from "../jobs/schema.ts";
import { requestJson } from "../problem.ts";
import { assetFiles, draftFiles, keepAddresses } from "./files.ts";
import { draftKeys } from "./keys.ts";
import { withPendingEdits } from "./pending-edits.ts";
import type { Asset, Draft, Preflight } from "./schema.ts";

export { draftKeys } from "./keys.ts";

export interface Page<Item> {
  items: Item[];
  total: number;
}

/** One draft. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: draftKeys.detail(draftId),
    queryFn: async ({ signal, client, queryKey }) => {
      const draft = await requestJson<Draft>(`/api/drafts/${draftId}`, { signal });
      return withPendingEdits(client, keepAddresses(draftFiles, client.getQueryData<Draft>(queryKey), draft));
    },
  });

/** The cards of a draft in their order. */
export const assetListQuery = (draftId: string) =>
  queryOptions({
    queryKey: draftKeys.assets(draftId),
    queryFn: async ({ signal, client, queryKey }) => {
      const page = await requestJson<Page<Asset>>(`/api/drafts/${draftId}/assets`, { signal });
      const before = client.getQueryData<Page<Asset>>(queryKey);
      const known = new Map(before?.items.map((asset) => [asset.id, asset]));
      return {
        ...page,
        items: page.items.map((asset) =>
          withPendingCardEdits(client, draftId, keepAddresses(assetFiles, known.get(asset.id), asset)),
        ),
      };
    },
  });

/** A request that this page made of a draft, followed to its end. */
export const draftJobQuery = (draftId: string, jobId: string | null) =>
  queryOptions({
    queryKey: draftKeys.job(draftId, jobId ?? ""),
    queryFn: ({ signal }) => requestJson<Job>(`/api/jobs/${jobId}`, { signal }),
    enabled: jobId !== null,
  });

/**
 * What a request is about: all that a draft lacks, or lacks of these pieces, the picture of one of its cards, pieces of
 * several cards, all that failed, or a draft to come.
 */
export type Plan =
  | {
      draftId: string;
      assetId?: string;
      assetIds?: readonly string[];
      pieces?: readonly Piece[];
      revision?: number;
    }
  | { draftId: string; only: "failed" }
  | { count: number; pieces: readonly Piece[]; languages?: readonly Language[] };

function preflightAddress(plan: Plan): string {
  if ("count" in plan)
    return `/api/preflight?${new URLSearchParams({
      count: String(plan.count),
      pieces: plan.pieces.join(","),
      ...(plan.languages ? { languages: plan.languages.join(",") } : {}),
    })}`;
  const address = `/api/drafts/${plan.draftId}/preflight`;
  if ("only" in plan) return `${address}?only=${plan.only}`;
  if (plan.assetId) return `${address}?asset_ids=${plan.assetId}&pieces=image`;
  const cards = plan.assetIds ? `asset_ids=${plan.assetIds.join(",")}&` : "";
  return plan.pieces ? `${address}?${cards}pieces=${plan.pieces.join(",")}` : address;
}

/** What a request would take, right before the click. Never kept: the queue moves. */
export const preflightOf = (plan: Plan) =>
  queryOptions({
    queryKey: ["preflight", plan],
    queryFn: ({ signal }) => requestJson<Preflight>(preflightAddress(plan), { signal }),
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
