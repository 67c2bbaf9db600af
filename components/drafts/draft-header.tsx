"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, ExternalLink, Eye, Languages, RotateCcw, Send, Sparkles, Square } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PeopleHere } from "@/components/members/presence";
import { ShareDialog } from "@/components/members/share-dialog";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Meter } from "@/components/ui/meter";
import { Picture } from "@/components/ui/picture";
import { toasts } from "@/components/ui/toast";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import { draftKeys } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { useCancelJob } from "@/lib/jobs/mutations";
import type { LiveState } from "@/lib/realtime/live-topic";
import { Forecast } from "./forecast";
import { lacksSomething } from "./lacking";
import { LiveBadge } from "./live-badge";
import { MusicButton } from "./music-button";
import { PublishDialog } from "./publish-dialog";
import { StatusBadge } from "./status-badge";
import { useDraftCommands } from "./use-draft-commands";

interface DraftHeaderProps {
  draft: Draft;
  assets: Asset[];
  live: LiveState;
  userId: string;
}

/** The name of the universe, how far it is, and what can be done with all of it. */
export function DraftHeader({ draft, assets, live, userId }: DraftHeaderProps) {
  const t = useTranslations("draft");
  const tPreview = useTranslations("preview");
  const tWords = useTranslations("words");
  const locale = useLocale();
  const problemText = useProblemText();
  const generate = useGenerateDraft(draft.id);
  const cancel = useCancelJob();
  const ready = assets.filter(({ image_url, image_path }) => image_url ?? image_path).length;
  const total = Math.max(assets.length, draft.count);
  const hasFailed = assets.some(({ error_code }) => error_code !== null);
  const isRunning = draft.active_job_id !== null;
  const isMaking = draft.status === "generating";

  const client = useQueryClient();
  const handleBroken = () => client.invalidateQueries({ queryKey: draftKeys.detail(draft.id), exact: true });
  const nameOf = (assetId: string) => {
    const asset = assets.find(({ id }) => id === assetId);
    return asset && (asset.names[locale] ?? asset.concept);
  };
  const handleError = (error: Error) => toasts.add({ title: problemText(error), type: "error" });
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  const canMake = canEdit && !isRunning && lacksSomething(draft, assets);
  const canStop = canEdit && isRunning && (draft.my_role === "owner" || draft.status !== "publishing");
  const isOut = draft.release !== null && draft.visibility !== "private";
  const handleMake = () => generate.mutate({}, { onError: handleError });
  const handleStop = () => {
    if (draft.active_job_id) cancel.mutate(draft.active_job_id, { onError: handleError });
  };
  useDraftCommands({
    preview: ready > 0 ? `/drafts/${draft.id}/preview` : null,
    view: isOut ? `/u/${draft.slug}` : null,
    hasFailed,
    onMake: canMake ? handleMake : null,
    onStop: canStop ? handleStop : null,
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
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        {draft.cover_url ? (
          <Picture
            key={draft.cover_path}
            src={draft.cover_url}
            alt={t("cover")}
            onError={handleBroken}
            width={1200}
            height={630}
            className="aspect-[1200/630] w-full animate-rise rounded-card object-cover shadow-card sm:w-64"
          />
        ) : null}
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-2">
          <h1 className="wrap-anywhere text-3xl sm:text-4xl">{draft.names[locale] ?? draft.name}</h1>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StatusBadge status={draft.status} />
            <span className="px-1 font-semibold text-ink-soft text-sm">{t("ready", { ready, total })}</span>
            <LiveBadge state={live} />
            <PeopleHere nameOf={nameOf} />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {canStop ? (
            <Button variant="danger" busy={cancel.isPending} onClick={handleStop}>
              <Square aria-hidden="true" className="fill-current" />
              {t("stop")}
            </Button>
          ) : null}
          {canMake ? (
            <Button
              variant={ready > 0 ? "secondary" : "primary"}
              busy={generate.isPending}
              onClick={handleMake}
            >
              {hasFailed ? <RotateCcw aria-hidden="true" /> : <Sparkles aria-hidden="true" />}
              {hasFailed ? t("retry") : t("make")}
            </Button>
          ) : null}
          {assets.length > 0 ? (
            <Link href={`/drafts/${draft.id}/words`} className={buttonVariants({ variant: "secondary" })}>
              <Languages aria-hidden="true" />
              {tWords("link")}
            </Link>
          ) : null}
          {draft.music_url ? (
            <MusicButton key={draft.music_path} url={draft.music_url} onBroken={handleBroken} />
          ) : null}
          {isOut ? (
            <Link
              href={`/u/${draft.slug}`}
              target="_blank"
              className={buttonVariants({ variant: "secondary" })}
            >
              <ExternalLink aria-hidden="true" />
              {t("view")}
            </Link>
          ) : null}
          {ready > 0 ? (
            <Link
              href={`/drafts/${draft.id}/preview`}
              target="_blank"
              className={buttonVariants({ variant: "secondary" })}
            >
              <Eye aria-hidden="true" />
              {tPreview("open")}
            </Link>
          ) : null}
          {draft.my_role && draft.my_role !== "staff" ? <ShareDialog draft={draft} userId={userId} /> : null}
          {ready > 0 && draft.my_role === "owner" ? (
            <PublishDialog draft={draft} readyCount={ready}>
              <Send aria-hidden="true" />
              {draft.release === null ? t("publish") : t("publishAgain")}
            </PublishDialog>
          ) : null}
        </div>
      </div>
      {canMake ? <Forecast plan={{ draftId: draft.id }} /> : null}
      {isRunning || isMaking ? <Meter value={draft.progress} label={t("progress")} className="h-3" /> : null}
    </header>
  );
}
