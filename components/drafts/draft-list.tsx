"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/lib/cn";
import { useDraftListLive } from "@/lib/drafts/live";
import { draftListQuery } from "@/lib/drafts/queries";
import { DraftListEmpty } from "./draft-list-empty";
import { DraftTile, DraftTileSkeleton } from "./draft-tile";
import { LiveBadge } from "./live-badge";
import { useDeleteWithUndo } from "./use-delete-with-undo";

const grid = "grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4 xl:grid-cols-5";

/** My universes, live. */
export function DraftList({ userId }: { userId: string }) {
  const t = useTranslations("drafts");
  const { data } = useSuspenseQuery(draftListQuery());
  const { hidden, deleteDraft } = useDeleteWithUndo();
  const drafts = data.items.filter(({ id }) => !hidden.has(id));
  const isBusy = drafts.some(({ active_job_id }) => active_job_id !== null);
  const live = useDraftListLive(userId, isBusy);

  if (drafts.length === 0) return <DraftListEmpty />;
  return (
    <>
      <div className="mb-4 flex items-center gap-3">
        <p className="text-ink-soft">{t("total", { count: drafts.length })}</p>
        <LiveBadge state={live} />
      </div>
      <ul data-arrow-grid className={grid}>
        <li>
          <Link
            href="/drafts/new"
            data-arrow-stop
            className={cn(
              buttonVariants({ variant: "quiet" }),
              "h-full min-h-48 w-full flex-col whitespace-normal rounded-card border-2 border-line-strong border-dashed text-center text-berry text-lg",
            )}
          >
            <Plus aria-hidden="true" className="size-8!" />
            {t("new")}
          </Link>
        </li>
        {drafts.map((draft) => (
          <DraftTile key={draft.id} draft={draft} onDelete={deleteDraft} />
        ))}
      </ul>
    </>
  );
}

export function DraftListSkeleton() {
  return (
    <div className={cn(grid, "mt-11")}>
      {["a", "b", "c", "d", "e"].map((key) => (
        <DraftTileSkeleton key={key} />
      ))}
    </div>
  );
}
