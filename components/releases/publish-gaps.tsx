"use client";

import { ChevronRight, Info } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { openCard } from "@/components/cards/panel/open-card";
import type { Gap } from "@/lib/releases/schema";

const kinds = ["picture", "name", "alt_text", "approval"] as const satisfies readonly Gap["kind"][];

interface PublishGapsProps {
  draftId: string;
  missing: readonly Gap[];
  /** Somebody goes to see to one of them. */
  onLeave: () => void;
}

/** What a teacher may want to see to first, with the way there; it keeps nobody from publishing. */
export function PublishGaps({ draftId, missing, onLeave }: PublishGapsProps) {
  const t = useTranslations("publish.missing");
  const found = kinds.flatMap((kind) => {
    const gaps = missing.filter((gap) => gap.kind === kind);
    const [first] = gaps;
    return first ? [{ kind, first, count: gaps.length }] : [];
  });
  return (
    <section className="flex flex-col gap-1 rounded-3xl bg-sun-wash p-2 text-sun-ink">
      <h3 className="flex items-center gap-2 px-2 pt-1.5 font-bold font-sans text-base">
        <Info aria-hidden="true" className="size-5 shrink-0" />
        {t("title")}
      </h3>
      <ul>
        {found.map(({ kind, first, count }) => {
          const isWord = kind === "name" || kind === "alt_text";
          const handleClick = (event: MouseEvent) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            onLeave();
            if (isWord) return;
            // The card lies beside this very page.
            event.preventDefault();
            openCard(first.asset_id);
          };
          return (
            <li key={kind}>
              <Link
                href={{
                  pathname: isWord ? `/drafts/${draftId}/words` : `/drafts/${draftId}`,
                  query: isWord ? { field: kind } : { card: first.asset_id },
                }}
                prefetch={false}
                onClick={handleClick}
                className="flex min-h-11 items-center justify-between gap-2 rounded-2xl px-2 hover:bg-surface/60"
              >
                <span className="underline underline-offset-4">{t(kind, { count })}</span>
                <ChevronRight aria-hidden="true" className="size-5 shrink-0" />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
