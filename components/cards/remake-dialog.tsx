"use client";

import { useQuery } from "@tanstack/react-query";
import { WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/auth/notice";
import { Forecast } from "@/components/drafts/forecast";
import { Button } from "@/components/ui/button";
import { ChipSet } from "@/components/ui/chip-set";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { cardPieces, type Piece } from "@/lib/contract/jobs";
import { preflightOf } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { RemakePrice } from "./remake-price";
import { useRemake } from "./use-remake";

interface RemakeDialogProps {
  draft: Draft;
  /** The cards that it is about; none while it is closed. */
  cards: readonly Asset[];
  onClose: () => void;
  onStarted: () => void;
}

/** Makes pieces of several cards again, with what it takes before the click. */
export function RemakeDialog({ draft, cards, onClose, onStarted }: RemakeDialogProps) {
  const t = useTranslations("draftPage.remake");
  // While it goes away it still shows what it showed.
  const [shown, setShown] = useState(cards);
  if (cards.length > 0 && cards !== shown) setShown(cards);
  return (
    <Dialog open={cards.length > 0} onOpenChange={(isOpen) => (isOpen ? null : onClose())}>
      <DialogContent
        title={t("title", { count: shown.length })}
        description={t("text")}
        closeLabel={t("close")}
      >
        <RemakeForm draft={draft} cards={shown} onStarted={onStarted} />
      </DialogContent>
    </Dialog>
  );
}

type CardPiece = (typeof cardPieces)[number];

/** What the cards have, and what the universe is to be made of. */
function piecesOf(draft: Draft, cards: readonly Asset[]): CardPiece[] {
  const isThere: Partial<Record<Piece, (card: Asset) => boolean>> = {
    video: ({ video_path }) => video_path !== null,
    model3d: ({ model3d_path }) => model3d_path !== null,
    speech: ({ texts }) => Object.values(texts).some(({ speech_path }) => speech_path !== null),
  };
  return cardPieces.filter(
    (piece) =>
      piece === "image" ||
      piece === "text" ||
      draft.pieces.includes(piece) ||
      cards.some((card) => isThere[piece]?.(card)),
  );
}

function RemakeForm({ draft, cards, onStarted }: Omit<RemakeDialogProps, "onClose">) {
  const t = useTranslations("draftPage");
  const tPieces = useTranslations("pieces");
  const [chosen, setChosen] = useState<CardPiece[]>(["image"]);
  const { remake, isPending } = useRemake(draft.id);
  const plan = { draftId: draft.id, assetIds: cards.map(({ id }) => id), pieces: chosen };
  const { data } = useQuery(preflightOf(plan));
  const isMissing = data?.refusal === "model_unavailable" || data?.refusal === "model_not_configured";
  const isBusy = draft.active_job_id !== null;
  const chips = piecesOf(draft, cards).map((piece) => ({
    value: piece,
    label: piece === "names" || piece === "speech" ? t(`pieces.${piece}`) : tPieces(piece),
  }));
  return (
    <>
      <ChipSet legend={t("remake.pieces")} chips={chips} chosen={chosen} onChange={setChosen} />
      <Forecast plan={plan} />
      {isBusy ? <p className="font-semibold text-ink-soft">{t("remake.busy")}</p> : null}
      {isMissing ? <FormError>{t("remake.noModel")}</FormError> : null}
      <Button
        size="lg"
        disabled={isBusy || isMissing}
        busy={isPending}
        onClick={isPending ? undefined : () => remake(cards, chosen, onStarted)}
      >
        <WandSparkles aria-hidden="true" />
        {t("makeAgain")}
        <RemakePrice plan={plan} />
      </Button>
    </>
  );
}
