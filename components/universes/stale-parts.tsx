"use client";

import { useQuery } from "@tanstack/react-query";
import { History, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { RemakePrice } from "@/components/cards/remake-price";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import { preflightOf } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/schema";

interface StalePartsProps {
  draft: Draft;
  canEdit: boolean;
}

/** Music and graphics that are older than what the universe says now, each with the way and the price to make it again. */
export function StaleParts({ draft, canEdit }: StalePartsProps) {
  return draft.stale.map((piece) => (
    <StalePart key={piece} draft={draft} piece={piece} isOffered={canEdit} />
  ));
}

interface StalePartProps {
  draft: Draft;
  piece: Draft["stale"][number];
  isOffered: boolean;
}

function StalePart({ draft, piece, isOffered }: StalePartProps) {
  const t = useTranslations("draftPage");
  const tPanel = useTranslations("universePanel");
  const problemText = useProblemText();
  const { mutate, isPending } = useGenerateDraft(draft.id);
  const plan = { draftId: draft.id, assetIds: [], pieces: [piece] };
  const { data } = useQuery({ ...preflightOf(plan), enabled: isOffered });
  const isMissing = data?.refusal === "model_unavailable" || data?.refusal === "model_not_configured";
  const handleClick = () =>
    mutate(
      { asset_ids: [], pieces: [piece] },
      {
        onError: (error) =>
          toasts.add({ title: tPanel("notStarted"), description: problemText(error), type: "error" }),
      },
    );
  return (
    <li data-stale={piece} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-1">
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-2 font-semibold">
        <History aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {t(`staleParts.${piece}`)}
      </p>
      {isOffered && isMissing ? <p className="text-sm">{t("remake.noModel")}</p> : null}
      {isOffered && !isMissing ? (
        <Button variant="secondary" busy={isPending} onClick={isPending ? undefined : handleClick}>
          <WandSparkles aria-hidden="true" />
          {t("makeAgain")}
          <RemakePrice plan={plan} />
        </Button>
      ) : null}
    </li>
  );
}
