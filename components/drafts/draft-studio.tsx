"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CardGrid } from "@/components/cards/card-grid";
import { CardTileSkeleton } from "@/components/cards/card-tile";
import { Skeleton } from "@/components/ui/skeleton";
import { useDraftLive } from "@/lib/drafts/live";
import { assetListQuery, draftQuery } from "@/lib/drafts/queries";
import { DraftHeader } from "./draft-header";

/** One universe being made, live. */
export function DraftStudio({ draftId }: { draftId: string }) {
  const { data: draft } = useSuspenseQuery(draftQuery(draftId));
  const { data: assets } = useSuspenseQuery(assetListQuery(draftId));
  const live = useDraftLive(draftId, draft.active_job_id !== null);
  return (
    <div className="flex flex-col gap-6">
      <DraftHeader draft={draft} assets={assets.items} live={live} />
      <CardGrid draft={draft} assets={assets.items} />
    </div>
  );
}

export function DraftStudioSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <Skeleton className="h-10 w-64" />
        <Skeleton className="h-7 w-40 rounded-full" />
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4 xl:grid-cols-5">
        {["a", "b", "c", "d", "e"].map((key) => (
          <CardTileSkeleton key={key} />
        ))}
      </div>
    </div>
  );
}
