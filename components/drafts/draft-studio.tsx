"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useState } from "react";
import { CardGrid } from "@/components/cards/card-grid";
import { type CardActions, CardSelectionBar } from "@/components/cards/card-selection-bar";
import { CardTileSkeleton } from "@/components/cards/card-tile";
import { leaveCards } from "@/components/cards/leave-cards";
import { CardPanel } from "@/components/cards/panel/card-panel";
import { RemakeDialog } from "@/components/cards/remake-dialog";
import { useCardRemoval } from "@/components/cards/use-card-removal";
import { Presence } from "@/components/members/presence";
import { useLeaveWhenGone } from "@/components/members/use-leave-when-gone";
import { HidingNotice } from "@/components/moderation/hiding-notice";
import { useChosen } from "@/components/site/use-chosen";
import { Skeleton } from "@/components/ui/skeleton";
import { LastRequest } from "@/components/universes/last-request";
import { UniversePanel } from "@/components/universes/panel/universe-panel";
import { ideaName, wordLanguage } from "@/lib/cards/ideas";
import { useDraftLive } from "@/lib/drafts/live";
import { assetListQuery, draftQuery } from "@/lib/drafts/queries";
import type { Asset } from "@/lib/drafts/schema";
import { DeckTools } from "./deck-tools";
import { DraftHeader } from "./draft-header";
import { EmptyDeck } from "./empty-deck";
import { FailureSummary } from "./failure-summary";
import { StaleSummary } from "./stale-summary";
import { useDeckEdits } from "./use-deck-edits";
import { useDeckKeys } from "./use-deck-keys";
import { useDraftWork } from "./use-draft-work";

const none: readonly Asset[] = [];

/** One universe being made, live. */
export function DraftStudio({ draftId, userId }: { draftId: string; userId: string }) {
  const { data: draft } = useSuspenseQuery(draftQuery(draftId));
  const { data: page } = useSuspenseQuery(assetListQuery(draftId));
  const live = useDraftLive(draftId, draft.active_job_id !== null);
  const isGone = draft.my_role === null;
  useLeaveWhenGone(draft);

  const language = wordLanguage(useLocale(), draft.languages);
  const edits = useDeckEdits(draftId);
  const { hidden, remove } = useCardRemoval(draftId, edits.history);
  const assets = hidden.size > 0 ? page.items.filter(({ id }) => !hidden.has(id)) : page.items;
  const work = useDraftWork(draft, assets);
  const { canEdit, isRunning } = work;
  const choice = useChosen(assets.map(({ id }) => id));
  const chosen = assets.filter(({ id }) => choice.ids.has(id));
  const [remaking, setRemaking] = useState(none);
  const [isNaming, setIsNaming] = useState(false);
  const [isAdding, setIsAdding] = useState(false);

  const actions: CardActions = {
    remake: setRemaking,
    approve: (cards, isApproved) => void edits.approve(cards, isApproved),
    remove: (cards) => {
      leaveCards(cards.map(({ id }) => id));
      choice.clear();
      remove(cards.map((card) => ({ id: card.id, name: ideaName(card, language) })));
    },
  };
  const handleNaming = (isOn: boolean) => setIsNaming(isOn && canEdit);
  useDeckKeys({ assets, choice, edits, actions, canEdit, onName: () => handleNaming(true) });

  return (
    <Presence draftId={draftId} userId={userId} appears={!isGone && draft.my_role !== "staff"}>
      <div data-beside-panel className="flex flex-col gap-6">
        <DraftHeader
          draft={draft}
          assets={assets}
          live={live}
          userId={userId}
          edits={edits}
          work={work}
          isNaming={isNaming}
          onNaming={handleNaming}
          onChoose={choice.chooseAll}
          onAdd={() => setIsAdding(true)}
        />
        <HidingNotice draft={draft} />
        {isRunning ? null : (
          <FailureSummary
            draft={draft}
            assets={assets}
            language={language}
            onRetry={work.onRetry}
            isBusy={work.isAsking}
          />
        )}
        <LastRequest draft={draft} canRetry={canEdit && work.onRetry === null} />
        <StaleSummary draft={draft} assets={assets} canEdit={canEdit} />
        {assets.length > 0 ? (
          <DeckTools
            assets={assets}
            edits={edits}
            isChoosing={choice.isOn}
            onChoose={(isOn) => (isOn ? choice.begin() : choice.clear())}
            canEdit={canEdit}
          />
        ) : isRunning ? null : (
          <EmptyDeck draftId={draftId} canEdit={canEdit} />
        )}
        <CardGrid
          draft={draft}
          assets={assets}
          hidden={hidden}
          edits={edits}
          choice={choice}
          isAdding={isAdding}
          onAdding={setIsAdding}
        />
        {choice.isOn && canEdit ? (
          <CardSelectionBar
            cards={chosen}
            areAll={chosen.length === assets.length}
            actions={actions}
            onAll={choice.chooseAll}
            onClear={choice.clear}
          />
        ) : null}
        <RemakeDialog
          draft={draft}
          cards={remaking}
          onClose={() => setRemaking(none)}
          onStarted={() => {
            setRemaking(none);
            choice.clear();
          }}
        />
        <CardPanel draft={draft} assets={assets} onRemove={actions.remove} />
        <UniversePanel draft={draft} assets={page.items} />
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
