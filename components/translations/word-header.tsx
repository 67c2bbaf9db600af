"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { LiveBadge } from "@/components/drafts/live-badge";
import { useKeyHelp } from "@/components/site/page-keys";
import type { Draft } from "@/lib/drafts/schema";
import type { LiveState } from "@/lib/realtime/live-topic";
import { SaveState } from "./save-state";
import type { WordEdits } from "./use-word-edits";

interface WordHeaderProps {
  draft: Draft;
  live: LiveState;
  edits: WordEdits;
  canEdit: boolean;
}

/** Whose words they are, and whether they are kept. */
export function WordHeader({ draft, live, edits, canEdit }: WordHeaderProps) {
  const t = useTranslations("words");
  const locale = useLocale();
  const rows = useMemo(
    () => [
      { keys: ["↵"], text: t("keys.edit") },
      { keys: ["Alt", "↵"], text: t("keys.mend") },
      { keys: ["⇧", "←", "→"], text: t("keys.mark") },
      { keys: ["Ctrl", "C"], text: t("keys.copy") },
      { keys: ["Ctrl", "V"], text: t("keys.paste") },
      { keys: ["Ctrl", "Z"], text: t("keys.undo") },
    ],
    [t],
  );
  useKeyHelp(rows);
  return (
    <header className="flex flex-col gap-2">
      <Link
        href={`/drafts/${draft.id}`}
        className="-ml-2 flex h-11 items-center gap-1.5 self-start rounded-full px-2 font-semibold text-ink-soft hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-5" />
        {draft.names[locale] ?? draft.name}
      </Link>
      <h1 className="wrap-anywhere text-3xl sm:text-4xl">{t("title")}</h1>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <LiveBadge state={live} />
        {canEdit ? (
          <SaveState edits={edits} />
        ) : (
          <span className="px-1 font-semibold text-ink-soft text-sm">{t("readOnly")}</span>
        )}
      </div>
    </header>
  );
}
