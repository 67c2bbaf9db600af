import { queryOptions } from "@tanstack/react-query";
import type { Piece } from "../contract/jobs.ts";
import type { Preflight } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";

/** Pieces of a card that can be made one by one. */
export type MadePiece = Extract<Piece, "image" | "video" | "model3d" | "speech" | "text">;

/** What making one piece of a card would take. Prices stand for longer than places in the queue, which nobody asks for here. */
export const cardForecastQuery = (draftId: string, assetId: string, piece: MadePiece) =>
  queryOptions({
    queryKey: ["preflight", draftId, assetId, piece],
    queryFn: ({ signal }) =>
      requestJson<Preflight>(
        `/api/drafts/${draftId}/preflight?${new URLSearchParams({ asset_ids: assetId, pieces: piece })}`,
        { signal },
      ),
    staleTime: 60_000,
  });
