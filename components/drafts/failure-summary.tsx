"use client";

import { CircleAlert, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { openCard } from "@/components/cards/panel/open-card";
import { RemakePrice } from "@/components/cards/remake-price";
import { usePieceError } from "@/components/cards/use-piece-error";
import { Button } from "@/components/ui/button";
import { failuresByReason } from "@/lib/cards/deck-figures";
import { ideaName } from "@/lib/cards/ideas";
import type { Language } from "@/lib/contract/languages";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { Forecast } from "./forecast";

interface FailureSummaryProps {
  draft: Draft;
  assets: readonly Asset[];
  language: Language;
  /** Null while nothing can be asked for. */
  onRetry: (() => void) | null;
  isBusy: boolean;
}

/** Names that are shown before the rest is only counted. */
const most = 4;

/** What could not be made, by its reason, with the way to each card; and all of it once more, but nothing else. */
export function FailureSummary({ draft, assets, language, onRetry, isBusy }: FailureSummaryProps) {
  const t = useTranslations("draftPage.failures");
  const pieceError = usePieceError();
  const failures = failuresByReason(assets);
  const count = failures.reduce((sum, { cards }) => sum + cards.length, 0);
  if (count === 0) return null;
  const plan = { draftId: draft.id, only: "failed" } as const;
  return (
    <section className="flex flex-col gap-3 rounded-card bg-danger-wash p-4 sm:p-5">
      <h2 className="flex items-start gap-2 font-bold font-sans text-danger text-lg leading-snug">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {t("title", { count })}
      </h2>
      <ul className="flex flex-col gap-2">
        {failures.map(({ code, cards }) => (
          <li key={code} className="flex flex-wrap items-center gap-x-2">
            <span className="font-semibold">{pieceError(code)}</span>
            <span className="flex flex-wrap items-center gap-x-1">
              {cards.slice(0, most).map((card) => (
                <a
                  key={card.id}
                  href={`?card=${card.id}`}
                  lang={language}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    openCard(card.id);
                  }}
                  className="inline-flex min-h-11 items-center rounded-full px-2 font-bold text-danger underline underline-offset-4 hover:bg-surface"
                >
                  {ideaName(card, language)}
                </a>
              ))}
              {cards.length > most ? (
                <span className="px-2 text-ink-soft">{t("andMore", { count: cards.length - most })}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {onRetry ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button
            busy={isBusy}
            onClick={isBusy ? undefined : onRetry}
            className="h-auto min-h-11 max-w-full shrink flex-wrap whitespace-normal py-2"
          >
            <RotateCcw aria-hidden="true" />
            {t("again")}
            <RemakePrice plan={plan} />
          </Button>
          <p className="text-ink-soft text-sm">{t("hint")}</p>
          <Forecast plan={plan} />
        </div>
      ) : null}
    </section>
  );
}
