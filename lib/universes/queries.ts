import { queryOptions } from "@tanstack/react-query";
import type { Piece } from "../contract/jobs.ts";
import type { Preflight } from "../drafts/schema.ts";
import { requestJson } from "../problem.ts";

/** What making pieces of these cards anew would take; of the universe as a whole with none of them. */
export const anewForecastQuery = (draftId: string, assetIds: readonly string[], piece: Piece) =>
  queryOptions({
    queryKey: ["preflight", draftId, "anew", piece, assetIds],
    queryFn: ({ signal }) =>
      requestJson<Preflight>(
        `/api/drafts/${draftId}/preflight?${new URLSearchParams({ asset_ids: assetIds.join(","), pieces: piece })}`,
        { signal },
      ),
    // Prices stand for longer than places in the queue, which nobody asks for here.
    staleTime: 60_000,
  });
