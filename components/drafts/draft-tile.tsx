"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Meter } from "@/components/ui/meter";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import type { Draft } from "@/lib/drafts/schema";
import { StatusBadge } from "./status-badge";
import { Thumbnail } from "./thumbnail";

interface DraftTileProps {
  draft: Draft;
  onDelete: (draft: Draft) => void;
}

export const DraftTile = memo(function DraftTile({ draft, onDelete }: DraftTileProps) {
  const t = useTranslations("drafts");
  const name = draft.names[useLocale()] ?? draft.name;
  const isBusy = draft.status === "generating" || draft.status === "publishing";
  return (
    <li className="deck-sheet group rounded-card bg-surface shadow-card">
      <Link
        href={`/drafts/${draft.id}`}
        data-arrow-stop
        className="flex h-full flex-col gap-3 rounded-card p-3 focus-visible:outline-offset-4"
      >
        <Thumbnail
          url={draft.thumbnail_url}
          theme={draft.theme}
          className="aspect-square w-full rounded-2xl"
        />
        <span className="line-clamp-2 px-1 font-bold font-display text-xl leading-tight">{name}</span>
        <span className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 px-1">
          <StatusBadge status={draft.status} />
          <span className="text-ink-soft text-sm">{t("cards", { count: draft.count })}</span>
        </span>
        {isBusy ? <Meter value={draft.progress} label={t("progress", { name })} /> : null}
      </Link>
      <button
        type="button"
        aria-label={t("delete", { name })}
        title={t("delete", { name })}
        onClick={() => onDelete(draft)}
        className={cn(
          buttonVariants({ variant: "quiet", size: "icon-sm" }),
          "absolute top-5 right-5 bg-surface/90 text-danger hover:bg-danger-wash",
        )}
      >
        <Trash2 aria-hidden="true" />
      </button>
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
