"use client";

import { ChevronDown, CircleAlert, History, Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Thumbnail } from "@/components/drafts/thumbnail";
import { Ago } from "@/components/jobs/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { Release } from "@/lib/releases/schema";
import { ReleaseChanges } from "./release-changes";

interface ReleaseItemProps {
  draftId: string;
  theme: string;
  /** Whether children see what is published at all. */
  isShown: boolean;
  release: Release;
  isBusy: boolean;
  /** Null where it is shown already, or not for this person. */
  onRestore: (() => void) | null;
}

/** One release: when, what was said of it, what it changed, and the way back to it. */
export function ReleaseItem({ draftId, theme, isShown, release, isBusy, onRestore }: ReleaseItemProps) {
  const t = useTranslations("releases");
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { number, notes, card_count, gap_count, override_reason } = release;
  return (
    <li
      aria-label={t("number", { number })}
      className={cn("rounded-card bg-surface p-4 shadow-card sm:p-5", release.is_live && "ring-4 ring-leaf")}
    >
      <div className="flex gap-4">
        <Thumbnail
          url={release.thumbnail_url}
          theme={theme}
          className="size-20 shrink-0 self-start rounded-2xl sm:size-24"
        />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl">
            {t("number", { number })}
            {release.is_live ? (
              <Badge tone="leaf">
                <Radio aria-hidden="true" />
                {t(isShown ? "live" : "current")}
              </Badge>
            ) : null}
          </h3>
          <p className="flex flex-wrap gap-x-3 text-ink-soft text-sm">
            <Ago at={release.published_at} />
            <span>{t("cards", { count: card_count })}</span>
          </p>
          {notes ? <p className="wrap-anywhere">{notes}</p> : null}
          {gap_count > 0 ? (
            <p className="flex items-start gap-1.5 text-ink-soft text-sm">
              <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-sun-ink" />
              <span className="wrap-anywhere">
                {t("gaps", { count: gap_count })}
                {override_reason ? ` ${t("because", { reason: override_reason })}` : null}
              </span>
            </p>
          ) : null}
        </div>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          variant="quiet"
          size="sm"
          className="-ml-2"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen((before) => !before)}
        >
          <ChevronDown aria-hidden="true" className={isOpen ? "rotate-180" : undefined} />
          {t(number === 1 ? "look" : "changed")}
        </Button>
        {onRestore ? (
          <Button variant="secondary" size="sm" className="ml-auto" busy={isBusy} onClick={onRestore}>
            <History aria-hidden="true" />
            {t("restore")}
          </Button>
        ) : null}
      </div>
      <div id={id} hidden={!isOpen} className="mt-4">
        {isOpen ? <ReleaseChanges draftId={draftId} releaseId={release.id} /> : null}
      </div>
    </li>
  );
}
