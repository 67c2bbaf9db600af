"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CardGrid } from "@/components/cards/card-grid";
import { CardTileSkeleton } from "@/components/cards/card-tile";
import { CardPanel } from "@/components/cards/panel/card-panel";
import { Presence } from "@/components/members/presence";
import { useLeaveWhenGone } from "@/components/members/use-leave-when-gone";
import { Skeleton } from "@/components/ui/skeleton";
import { useDraftLive } from "@/lib/drafts/live";
import { assetListQuery, draftQuery } from "@/lib/drafts/queries";
import { DraftHeader } from "./draft-header";

/** One universe being made, live. */
export function DraftStudio({ draftId, userId }: { draftId: string; userId: string }) {
  const { data: draft } = useSuspenseQuery(draftQuery(draftId));
  const { data: assets } = useSuspenseQuery(assetListQuery(draftId));
  const live = useDraftLive(draftId, draft.active_job_id !== null);
  const isGone = draft.my_role === null;
  useLeaveWhenGone(isGone);
  return (
    <Presence draftId={draftId} userId={userId} appears={!isGone && draft.my_role !== "staff"}>
      <div className="flex flex-col gap-6">
        <DraftHeader draft={draft} assets={assets.items} live={live} userId={userId} />
        <CardGrid draft={draft} assets={assets.items} />
        <CardPanel draft={draft} assets={assets.items} />
      </div>
    </Presence>
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
