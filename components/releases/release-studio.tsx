"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LiveBadge } from "@/components/drafts/live-badge";
import { useLeaveWhenGone } from "@/components/members/use-leave-when-gone";
import { HidingNotice } from "@/components/moderation/hiding-notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useDraftLive } from "@/lib/drafts/live";
import { draftQuery } from "@/lib/drafts/queries";
import { PublicationOnItsWay } from "./publication-progress";
import { ReleaseList } from "./release-list";
import { Standing } from "./standing";

/** What was published of a draft, where it is and who may see it, live. */
export function ReleaseStudio({ draftId }: { draftId: string }) {
  const t = useTranslations("releases");
  const locale = useLocale();
  const { data: draft } = useSuspenseQuery(draftQuery(draftId));
  const live = useDraftLive(draftId, draft.active_job_id !== null);
  useLeaveWhenGone(draft);
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <header className="flex flex-col gap-2">
        <Link
          href={`/drafts/${draft.id}`}
          className="-ml-2 flex h-11 items-center gap-1.5 self-start rounded-full px-2 font-semibold text-ink-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
          {draft.names[locale] ?? draft.name}
        </Link>
        <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
        <LiveBadge state={live} />
      </header>
      <HidingNotice draft={draft} />
      <PublicationOnItsWay draft={draft} />
      {draft.release === null ? null : <Standing draft={draft} />}
      <ReleaseList draft={draft} />
    </div>
  );
}

export function ReleaseStudioSkeleton() {
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <Skeleton className="h-10 w-64" />
      <Skeleton className="h-52 rounded-card" />
      <Skeleton className="h-32 rounded-card" />
      <Skeleton className="h-32 rounded-card" />
    </div>
  );
}
