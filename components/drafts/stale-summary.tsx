"use client";

import { useQuery } from "@tanstack/react-query";
import { History, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { RemakePrice } from "@/components/cards/remake-price";
import { useRemake } from "@/components/cards/use-remake";
import { Button } from "@/components/ui/button";
import { StaleParts } from "@/components/universes/stale-parts";
import { type StalePiece, stalePieces } from "@/lib/cards/deck-figures";
import { preflightOf } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";

interface StaleSummaryProps {
  draft: Draft;
  assets: readonly Asset[];
  canEdit: boolean;
}

/** What is older than the words or pictures it was made from, and what making it again costs. */
export function StaleSummary({ draft, assets, canEdit }: StaleSummaryProps) {
  // What is being made is on its way to be fresh.
  const stale = stalePieces(assets.filter(({ status }) => status !== "generating"));
  const parts = draft.active_job_id === null ? draft.stale : [];
  if (stale.length === 0 && parts.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 rounded-card bg-sun-wash px-4 py-3 text-sun-ink">
      {stale.map((found) => (
        <StaleRow key={found.piece} draft={draft} found={found} canEdit={canEdit} />
      ))}
      {parts.length > 0 ? <StaleParts draft={draft} canEdit={canEdit} /> : null}
    </ul>
  );
}

interface StaleRowProps {
  draft: Draft;
  found: StalePiece<Asset>;
  canEdit: boolean;
}

function StaleRow({ draft, found: { piece, cards }, canEdit }: StaleRowProps) {
  const t = useTranslations("draftPage");
  const { remake, isPending } = useRemake(draft.id);
  const plan = { draftId: draft.id, assetIds: cards.map(({ id }) => id), pieces: [piece] };
  const isOffered = canEdit && draft.active_job_id === null;
  const { data } = useQuery({ ...preflightOf(plan), enabled: isOffered });
  const isMissing = data?.refusal === "model_unavailable" || data?.refusal === "model_not_configured";
  return (
    <li data-stale={piece} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-1">
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-2 font-semibold">
        <History aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {t(`staleDeck.${piece}`, { count: cards.length })}
      </p>
      {isOffered && isMissing ? <p className="text-sm">{t("remake.noModel")}</p> : null}
      {isOffered && !isMissing ? (
        <Button
          variant="secondary"
          busy={isPending}
          onClick={isPending ? undefined : () => remake(cards, [piece])}
        >
          <WandSparkles aria-hidden="true" />
          {t("makeAgain")}
          <RemakePrice plan={plan} />
        </Button>
      ) : null}
    </li>
  );
}
