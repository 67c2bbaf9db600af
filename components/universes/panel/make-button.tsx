"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins, LoaderCircle, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import type { Piece } from "@/lib/contract/jobs";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import type { Generate } from "@/lib/drafts/schema";
import { anewForecastQuery } from "@/lib/universes/queries";
import { useOpenedUniverse } from "./universe-editing";

interface MakeButtonProps {
  piece: Piece;
  label: string;
  /** The cards whose piece is made anew, one at least; absent for a piece of the universe as a whole. */
  cards?: readonly string[];
  options?: Generate["options"];
  /** It is the thing to do next. */
  isFirst?: boolean;
}

/** Makes a piece anew, with its price on the button. */
export function MakeButton({ piece, label, cards, options, isFirst = false }: MakeButtonProps) {
  const { draft, assets, canEdit } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const problemText = useProblemText();
  const generate = useGenerateDraft(draft.id);
  const [jobId, setJobId] = useState<string | null>(null);
  // Music needs no cards; a graphic shows them.
  const isEarly = assets.length === 0 && piece !== "music";
  const { data } = useQuery({
    ...anewForecastQuery(draft.id, cards ?? [], piece),
    enabled: canEdit && !isEarly,
  });
  if (!canEdit) return null;
  if (isEarly) return <p className="text-ink-soft text-sm">{t("cardsFirst")}</p>;
  if (data?.refusal === "model_not_configured" || data?.refusal === "model_unavailable")
    return <p className="text-ink-soft text-sm">{t("noModel")}</p>;

  const isMaking = jobId !== null && draft.active_job_id === jobId;
  const isBusy = generate.isPending || draft.active_job_id !== null;
  const credits = data?.credits.needed ?? 0;
  const handleClick = () =>
    generate.mutate(
      { pieces: [piece], asset_ids: [...(cards ?? [])], ...(options ? { options } : {}) },
      {
        onSuccess: (started) => setJobId(started.jobId),
        onError: (error) =>
          toasts.add({ title: t("notStarted"), description: problemText(error), type: "error" }),
      },
    );
  return (
    <Button
      variant={isFirst ? "primary" : "secondary"}
      busy={isBusy}
      onClick={isBusy ? undefined : handleClick}
      className="h-auto min-h-11 self-start whitespace-normal py-2 text-left"
    >
      {isMaking ? (
        <LoaderCircle aria-hidden="true" className="animate-spin" />
      ) : (
        <WandSparkles aria-hidden="true" />
      )}
      {isMaking ? t("making") : label}
      {credits > 0 && !isMaking ? (
        <span className="flex items-center gap-1 border-current/30 border-l pl-2 font-semibold text-sm">
          <Coins aria-hidden="true" />
          {/* Where room is scarce the coin and the number say it. */}
          <span aria-hidden="true" className="xs:hidden">
            {credits}
          </span>
          <span className="sr-only xs:not-sr-only">{t("credits", { count: credits })}</span>
        </span>
      ) : null}
    </Button>
  );
}
