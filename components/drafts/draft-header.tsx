"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PeopleHere } from "@/components/members/presence";
import { Meter } from "@/components/ui/meter";
import { Picture } from "@/components/ui/picture";
import { draftKeys } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import type { LiveState } from "@/lib/realtime/live-topic";
import { isHiddenNow } from "@/lib/reports/hiding";
import { DraftActions } from "./draft-actions";
import { DraftName } from "./draft-name";
import { Forecast } from "./forecast";
import { LiveBadge } from "./live-badge";
import { SaveState } from "./save-state";
import { StatusBadge } from "./status-badge";
import type { DeckEdits } from "./use-deck-edits";
import { useDraftCommands } from "./use-draft-commands";
import type { DraftWork } from "./use-draft-work";

interface DraftHeaderProps {
  draft: Draft;
  assets: Asset[];
  live: LiveState;
  userId: string;
  edits: DeckEdits;
  work: DraftWork;
  isNaming: boolean;
  onNaming: (isNaming: boolean) => void;
  onChoose: () => void;
  onAdd: () => void;
}

/** The name of the universe, how far it is, and what can be done with all of it. */
export function DraftHeader({
  draft,
  assets,
  live,
  userId,
  edits,
  work,
  isNaming,
  onNaming,
  onChoose,
  onAdd,
}: DraftHeaderProps) {
  const t = useTranslations("draft");
  const locale = useLocale();
  const ready = assets.filter(({ image_url, image_path }) => image_url ?? image_path).length;
  const total = Math.max(assets.length, draft.active_job_id === null ? 0 : draft.count);
  const client = useQueryClient();
  const handleBroken = () => client.invalidateQueries({ queryKey: draftKeys.detail(draft.id), exact: true });
  const nameOf = (assetId: string) => {
    const asset = assets.find(({ id }) => id === assetId);
    return asset && (asset.names[locale] ?? asset.concept);
  };
  const { canEdit, isRunning, onMake } = work;
  const isHidden = isHiddenNow(draft);
  const isOut = draft.release !== null && draft.visibility !== "private" && !isHidden;
  useDraftCommands({
    draft,
    hasCards: assets.length > 0,
    preview: ready > 0 ? `/drafts/${draft.id}/preview` : null,
    view: isOut ? `/u/${draft.slug}` : null,
    onMake,
    onRetry: work.onRetry,
    onStop: work.onStop,
    onUndo: edits.canUndo ? edits.undo : null,
    ...(canEdit
      ? { onName: () => onNaming(true), onChoose: assets.length > 0 ? onChoose : null, onAdd }
      : { onName: null, onChoose: null, onAdd: null }),
  });

  return (
    <header className="flex flex-col gap-4">
      <Link
        href="/drafts"
        className="-ml-2 flex h-11 items-center gap-1.5 self-start rounded-full px-2 font-semibold text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
        {t("back")}
      </Link>
      <div className="flex flex-col gap-5 sm:flex-row sm:items-center sm:gap-6">
        {draft.cover_url ? (
          <Picture
            key={draft.cover_path}
            src={draft.cover_url}
            alt={t("cover")}
            onError={handleBroken}
            width={1200}
            height={630}
            className="aspect-[1200/630] w-full animate-rise self-start rounded-card object-cover shadow-card sm:w-64"
          />
        ) : null}
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <DraftName draft={draft} canEdit={canEdit} isOpen={isNaming} onOpen={onNaming} edits={edits} />
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StatusBadge status={draft.status} />
            {total > 0 ? (
              <span className="px-1 font-semibold text-ink-soft text-sm">{t("ready", { ready, total })}</span>
            ) : null}
            <LiveBadge state={live} />
            {canEdit ? <SaveState edits={edits} /> : null}
            <PeopleHere nameOf={nameOf} />
          </div>
          <DraftActions
            draft={draft}
            userId={userId}
            ready={ready}
            hasCards={assets.length > 0}
            onMake={onMake}
            onStop={work.onStop}
            isAsking={work.isAsking}
            onBrokenMusic={handleBroken}
          />
        </div>
      </div>
      {onMake ? <Forecast plan={{ draftId: draft.id }} /> : null}
      {isRunning || draft.status === "generating" ? (
        <Meter value={draft.progress} label={t("progress")} className="h-3" />
      ) : null}
    </header>
  );
}
