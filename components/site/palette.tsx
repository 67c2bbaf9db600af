"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useSettled } from "@/components/drafts/use-settled";
import { CommandDialog } from "@/components/ui/command-dialog";
import type { Theme } from "@/lib/account/preferences";
import { draftSearchQuery } from "@/lib/drafts/search";
import { type Command, usePageCommands } from "./commands";
import { findCommands } from "./find-commands";
import type { Visitor } from "./site-header";
import { useSiteCommands } from "./use-site-commands";

interface PaletteProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  visitor: Visitor | null;
  theme: Theme;
}

/** Everything that can be done from here, found by typing a few letters. */
export function Palette({ isOpen, onOpenChange, visitor, theme }: PaletteProps) {
  const t = useTranslations("palette");
  const [query, setQuery] = useState("");
  const chosen = useRef<Command | null>(null);
  const page = usePageCommands();
  const { places, settings } = useSiteCommands(visitor, theme);
  const { drafts, isSearching } = useDrafts(isOpen && visitor !== null, query.trim());
  const groups = [
    { label: t("here"), items: findCommands(page, query) },
    { label: t("places"), items: findCommands(places, query) },
    { label: t("settings"), items: findCommands(settings, query) },
    // Drafts arrive late, so they are the last: nothing moves away from under a finger, nor from what Enter would do.
    { label: t("drafts"), items: drafts },
  ].filter(({ items }) => items.length > 0);

  const handleClosed = () => {
    setQuery("");
    // What opens a window of its own waits until this one has gone.
    chosen.current?.run();
    chosen.current = null;
  };
  return (
    <CommandDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onClosed={handleClosed}
      title={t("title")}
      placeholder={t("placeholder")}
      emptyText={t("empty")}
      closeLabel={t("close")}
      groups={groups}
      query={query}
      onQueryChange={setQuery}
      onChoose={(command) => {
        chosen.current = command;
        onOpenChange(false);
      }}
      isBusy={isSearching}
    />
  );
}

/** My universes that fit, or those that changed last, as ways to go. Until the answer is here, those that are known and fit. */
function useDrafts(isWanted: boolean, words: string) {
  const locale = useLocale();
  const router = useRouter();
  const tStatus = useTranslations("draftStatus");
  const settled = useSettled(words);
  const { data, isFetching } = useQuery({ ...draftSearchQuery(settled), enabled: isWanted });
  const drafts = (data?.items ?? []).map((draft) => ({
    id: draft.id,
    label: draft.names[locale] ?? draft.name,
    icon: <BookOpen aria-hidden="true" />,
    hint: tStatus(draft.status),
    run: () => router.push(`/drafts/${draft.id}`),
  }));
  const isSearching = isWanted && (isFetching || settled !== words);
  // In the order in which the answer will have them.
  const fits = (draft: (typeof drafts)[number]) => findCommands([draft], words).length > 0;
  return { drafts: isSearching ? drafts.filter(fits) : drafts, isSearching };
}
