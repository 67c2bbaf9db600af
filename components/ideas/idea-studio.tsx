"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect } from "react";
import { useLeaveWhenGone } from "@/components/members/use-leave-when-gone";
import { Skeleton } from "@/components/ui/skeleton";
import { wordLanguage } from "@/lib/cards/ideas";
import { useDraftLive } from "@/lib/drafts/live";
import { assetListQuery, draftQuery } from "@/lib/drafts/queries";
import { AddIdea } from "./add-idea";
import { IdeaHeader } from "./idea-header";
import { IdeaList } from "./idea-list";
import { IdeaSearch, moreIdeas } from "./idea-search";
import { MakePanel } from "./make-panel";
import { useIdeaEdits } from "./use-idea-edits";

/** The ideas of a universe, to be put right before anything is made of them. */
export function IdeaStudio({ draftId }: { draftId: string }) {
  const reader = useLocale();
  const { data: draft } = useSuspenseQuery(draftQuery(draftId));
  const { data: assets } = useSuspenseQuery(assetListQuery(draftId));
  const isRunning = draft.active_job_id !== null;
  const live = useDraftLive(draftId, isRunning);
  const language = wordLanguage(reader, draft.languages);
  const edits = useIdeaEdits(draftId, language);
  const cards = assets.items.filter(({ id }) => !edits.hidden.has(id));
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  useLeaveWhenGone(draft);
  const isMaking = cards.some(({ status }) => status === "generating");
  const isSearching = isRunning && !isMaking;
  const router = useRouter();
  // Whoever had them made: from here on the cards are looked after on the page of the universe.
  useEffect(() => {
    if (isMaking) router.replace(`/drafts/${draftId}`);
  }, [isMaking, draftId, router]);
  return (
    <div className="flex flex-col gap-6">
      <IdeaHeader draft={draft} live={live} edits={canEdit ? edits : null} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex flex-col gap-5">
          <IdeaList
            cards={cards}
            language={language}
            languages={draft.languages}
            coming={isSearching ? (cards.length === 0 ? Math.min(draft.count, 6) : moreIdeas) : 0}
            edits={canEdit ? edits : null}
          />
          {canEdit ? (
            <>
              <IdeaSearch draft={draft} cards={cards} isSearching={isSearching} onFound={edits.tellFound} />
              <AddIdea language={language} onAdd={edits.addIdea} />
            </>
          ) : null}
        </div>
        {canEdit ? (
          <div className="lg:sticky lg:top-20">
            <MakePanel draft={draft} hasCards={cards.length > 0} edits={edits} />
          </div>
        ) : null}
      </div>
    </div>
  );
}

export function IdeaStudioSkeleton() {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <Skeleton className="h-10 w-64" />
        <Skeleton className="h-6 w-80 max-w-full" />
      </div>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex flex-col gap-2">
          {["a", "b", "c", "d", "e", "f"].map((key) => (
            <Skeleton key={key} className="h-[4.5rem] rounded-3xl" />
          ))}
        </div>
        <Skeleton className="h-96 rounded-card" />
      </div>
    </div>
  );
}
