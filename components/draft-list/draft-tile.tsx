"use client";

import { Check, EyeOff, Users } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { StatusBadge } from "@/components/drafts/status-badge";
import { Thumbnail } from "@/components/drafts/thumbnail";
import { Badge } from "@/components/ui/badge";
import { Meter } from "@/components/ui/meter";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { nameOf } from "@/lib/draft-list/match";
import type { Draft } from "@/lib/drafts/schema";
import { isHiddenNow } from "@/lib/reports/hiding";
import { type TileActions, TileMenu } from "./tile-menu";

interface DraftTileProps {
  draft: Draft;
  isChosen: boolean;
  actions: TileActions;
}

/** While tiles are being chosen, which the list around them says so that not every tile is drawn anew, a tap chooses. */
export const DraftTile = memo(function DraftTile({ draft, isChosen, actions }: DraftTileProps) {
  const t = useTranslations("drafts");
  const tList = useTranslations("draftList");
  const name = nameOf(draft, useLocale());
  const isBusy = draft.status === "generating" || draft.status === "publishing";
  const handleOpen = (event: MouseEvent) => {
    const isChoosing = event.currentTarget.closest("[data-choosing]") !== null;
    if (!isChoosing || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    actions.toggle(draft.id);
  };
  return (
    <li
      data-draft={draft.id}
      className={cn(
        "deck-sheet group rounded-card bg-surface shadow-card",
        isChosen && "bg-sun-wash ring-4 ring-sun",
      )}
    >
      <Link
        href={`/drafts/${draft.id}`}
        data-arrow-stop
        prefetch={false}
        onClick={handleOpen}
        className="flex h-full flex-col gap-3 rounded-card p-3 focus-visible:outline-offset-4"
      >
        <Thumbnail
          url={draft.thumbnail_url}
          theme={draft.theme}
          className="aspect-square w-full rounded-2xl"
        />
        <span className="line-clamp-2 px-1 font-bold font-display text-xl leading-tight wrap-break-word hyphens-auto">
          {name}
        </span>
        {draft.shared_by !== null && draft.my_role !== "owner" ? (
          <span className="flex items-center gap-1.5 px-1 font-semibold text-ink-soft text-sm">
            <Users aria-hidden="true" className="size-4 shrink-0" />
            <span className="line-clamp-1">{tList("sharedBy", { name: draft.shared_by })}</span>
          </span>
        ) : null}
        <span className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 px-1">
          <StatusBadge status={draft.status} />
          {isHiddenNow(draft) ? (
            <Badge tone="danger">
              <EyeOff aria-hidden="true" />
              {tList("hidden")}
            </Badge>
          ) : null}
          <span className="text-ink-soft text-sm">{t("cards", { count: draft.count })}</span>
        </span>
        {isBusy ? <Meter value={draft.progress} label={t("progress", { name })} /> : null}
      </Link>
      <label className="absolute top-4 left-4 grid size-11 cursor-pointer place-items-center rounded-full opacity-0 has-focus-visible:opacity-100 has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-2 pointer-coarse:invisible group-hover:opacity-100 group-data-choosing/list:visible! group-data-choosing/list:opacity-100">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={() => actions.toggle(draft.id)}
          aria-label={tList("chooseOne", { name })}
          className="peer sr-only"
        />
        <span className="grid size-8 place-items-center rounded-full border-2 border-line-strong bg-surface/95 text-transparent shadow-card peer-checked:border-sun-ink peer-checked:bg-sun peer-checked:text-[#241c00]">
          <Check aria-hidden="true" className="size-5" strokeWidth={3} />
        </span>
      </label>
      <div className="absolute top-4 right-4">
        <TileMenu draft={draft} actions={actions} />
      </div>
    </li>
  );
});

export function DraftTileSkeleton() {
  return (
    <div className="flex flex-col gap-3 rounded-card bg-surface p-3 shadow-card">
      <Skeleton className="aspect-square" />
      <Skeleton className="h-6 w-3/4" />
      <Skeleton className="h-7 w-1/2 rounded-full" />
    </div>
  );
}
