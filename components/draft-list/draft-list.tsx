"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/auth/notice";
import { LiveBadge } from "@/components/drafts/live-badge";
import { useStartDraft } from "@/components/drafts/use-start-draft";
import { useLeaveDrafts } from "@/components/members/use-leave-drafts";
import { useChosen } from "@/components/site/use-chosen";
import { useDeleteWithUndo } from "@/components/site/use-delete-with-undo";
import { useProblemText } from "@/components/site/use-problem-text";
import { cn } from "@/lib/cn";
import { useDraftListLive } from "@/lib/draft-list/live";
import { nameOf } from "@/lib/draft-list/match";
import { draftListQuery } from "@/lib/draft-list/queries";
import { isFiltered, writeDraftView } from "@/lib/draft-list/view";
import { useDeleteDraft } from "@/lib/drafts/mutations";
import type { Draft } from "@/lib/drafts/schema";
import { BatchDialog } from "./batch-dialog";
import { DraftListEmpty } from "./draft-list-empty";
import { DraftTile } from "./draft-tile";
import { FilterBar } from "./filter-bar";
import { leaveTile } from "./leave-tile";
import { MoreDrafts } from "./more-drafts";
import { NothingFound } from "./nothing-found";
import { SelectionBar } from "./selection-bar";
import { NewTile, TileSkeletons, tileGrid } from "./tile-grid";
import { useDraftView } from "./use-draft-view";
import { useDuplicate } from "./use-duplicate";
import { useListKeys } from "./use-list-keys";
import { useStableActions } from "./use-stable-actions";

/** My universes, and those shared with me, live. */
export function DraftList({ userId }: { userId: string }) {
  const t = useTranslations("drafts");
  const language = useLocale();
  const problemText = useProblemText();
  const view = useDraftView();
  const { data, error, isPlaceholderData } = useQuery(draftListQuery(view, language));
  const { mutateAsync: deleteDraft } = useDeleteDraft();
  const deletion = useDeleteWithUndo({
    remove: deleteDraft,
    words: {
      undo: t("undo"),
      deleted: (name) => t("deleted", { name }),
      deletedMany: (count) => t("deletedMany", { count }),
      notDeleted: (name) => t("notDeleted", { name }),
    },
  });
  const leaving = useLeaveDrafts(userId);
  const duplicate = useDuplicate();
  const first = useStartDraft();
  const [starting, setStarting] = useState<Draft[]>([]);

  const drafts = (data?.items ?? []).filter(({ id }) => !deletion.hidden.has(id) && !leaving.hidden.has(id));
  const total = (data?.total ?? 0) - ((data?.items.length ?? 0) - drafts.length);
  const choice = useChosen(drafts.map(({ id }) => id));
  const chosen = drafts.filter(({ id }) => choice.ids.has(id));
  const live = useDraftListLive(
    userId,
    drafts.some(({ active_job_id }) => active_job_id !== null),
  );
  const actions = useStableActions({
    start: setStarting,
    duplicate,
    toggle: choice.toggle,
    remove: (gone) => {
      const ids = gone.map(({ id }) => id);
      leaveTile(ids);
      choice.clear();
      deletion.remove(gone.map((draft) => ({ id: draft.id, name: nameOf(draft, language) })));
    },
    leave: (draft) => {
      leaveTile([draft.id]);
      leaving.leave(draft);
    },
  });
  useListKeys({ drafts, actions, isChoosing: choice.isOn, onClear: choice.clear });

  const isEmpty = data?.total === 0 && !isPlaceholderData && !isFiltered(view);
  // The first draft is heard of before its cards are asked for: nothing changes before its page opens.
  if (isEmpty || first.isPending) return <DraftListEmpty first={first} />;
  return (
    <>
      <FilterBar
        view={view}
        isChoosing={choice.isOn}
        onChoosing={(isOn) => (isOn ? choice.begin() : choice.clear())}
      />
      <div className="mb-4 flex items-center gap-3">
        <p className="text-ink-soft" aria-live="polite">
          {isFiltered(view) ? t("found", { count: total }) : t("total", { count: total })}
        </p>
        <LiveBadge state={live} />
      </div>
      {error ? <FormError>{problemText(error)}</FormError> : null}
      {!data && !error ? <TileSkeletons /> : null}
      {data && drafts.length === 0 && isFiltered(view) ? <NothingFound view={view} /> : null}
      <ul
        data-arrow-grid
        data-choosing={choice.isOn || undefined}
        aria-busy={isPlaceholderData}
        className={cn(tileGrid, "group/list aria-busy:opacity-60")}
      >
        {isFiltered(view) ? null : <NewTile label={t("new")} />}
        {drafts.map((draft) => (
          <DraftTile key={draft.id} draft={draft} isChosen={choice.ids.has(draft.id)} actions={actions} />
        ))}
      </ul>
      {data && data.items.length < data.total && !isPlaceholderData ? (
        <MoreDrafts
          key={writeDraftView(view).toString()}
          view={view}
          language={language}
          left={data.total - data.items.length}
        />
      ) : null}
      {choice.isOn ? <SelectionBar drafts={chosen} actions={actions} onClear={choice.clear} /> : null}
      <BatchDialog drafts={starting} onClose={() => setStarting([])} onStarted={choice.clear} />
    </>
  );
}
