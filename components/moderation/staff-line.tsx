"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Thumbnail } from "@/components/drafts/thumbnail";
import { Badge } from "@/components/ui/badge";
import type { UniverseState } from "@/lib/universes/schema";

interface StaffLineProps {
  /** By which keys find it. */
  id: string;
  universe: UniverseState;
  thumbnailUrl: string | null;
  badges: ReactNode;
  children: ReactNode;
  actions: ReactNode;
}

/** One universe about which something is to be decided. */
export function StaffLine({ id, universe, thumbnailUrl, badges, children, actions }: StaffLineProps) {
  const t = useTranslations("staff");
  return (
    <li
      data-line={id}
      data-slug={universe.slug}
      aria-label={universe.name}
      className="flex flex-col gap-4 rounded-card bg-surface p-4 shadow-card sm:flex-row sm:p-5"
    >
      <Thumbnail url={thumbnailUrl} theme="" className="size-24 shrink-0 self-start rounded-2xl sm:size-28" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h2 className="wrap-anywhere text-xl leading-tight">{universe.name}</h2>
        <div className="flex flex-wrap items-center gap-1.5">
          {badges}
          <Badge tone="plain">{t(`visibility.${universe.visibility}`)}</Badge>
          {universe.is_hidden ? (
            <Badge tone="danger">
              <EyeOff aria-hidden="true" />
              {t("isHidden")}
            </Badge>
          ) : null}
        </div>
        {children}
        <div className="mt-1 flex flex-wrap gap-2">{actions}</div>
      </div>
    </li>
  );
}

/** What somebody wrote, and who. */
export function Quote({ by, children }: { by: ReactNode; children: ReactNode }) {
  return (
    <figure className="rounded-2xl bg-sunken px-4 py-3">
      <figcaption className="flex flex-wrap justify-between gap-x-3 text-ink-soft text-sm">{by}</figcaption>
      <blockquote className="wrap-anywhere">{children}</blockquote>
    </figure>
  );
}
