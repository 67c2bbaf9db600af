"use client";

import { Tabs } from "@base-ui/react/tabs";
import { Box, Film, ImageIcon, Layers, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CardVersions } from "@/components/versions/kept-versions";
import { OwnPicture } from "@/components/versions/own-picture";
import { useOpenedCard } from "./card-editing";
import { CardPrompt } from "./card-prompt";
import { Fold } from "./fold";
import { type ShownPiece, useAskedPiece } from "./open-card";
import { PieceMaker } from "./piece-maker";
import { PieceShow } from "./piece-show";

const pieces: readonly ShownPiece[] = ["image", "video", "model3d"];
const signs = { image: ImageIcon, video: Film, model3d: Box };

/** The picture of the card, its film and its figure, each with what can be done with it. */
export function PieceTabs() {
  const { card } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const asked = useAskedPiece();
  const [shown, setShown] = useState<ShownPiece>(asked ?? "image");
  const [before, setBefore] = useState(asked);
  // Asked for while another piece of the same card is shown.
  if (asked !== before) {
    setBefore(asked);
    if (asked) setShown(asked);
  }
  return (
    <Tabs.Root value={shown} onValueChange={setShown} className="flex flex-col gap-3">
      <Tabs.List aria-label={t("show")} className="grid grid-cols-3 gap-1 rounded-full bg-sunken p-1">
        {pieces.map((piece) => {
          const Sign = signs[piece];
          return (
            <Tabs.Tab
              key={piece}
              value={piece}
              className="flex min-h-11 items-center justify-center gap-1.5 rounded-full px-2 py-1 text-center font-bold text-ink-soft leading-tight hover:text-ink data-active:bg-surface data-active:text-ink data-active:shadow-card"
            >
              <Sign aria-hidden="true" className="size-5 shrink-0 max-xs:hidden" />
              {t(`pieces.${piece}`)}
              {card.stale.includes(piece) ? (
                <span className="size-2 shrink-0 rounded-full bg-sun">
                  <span className="sr-only">{t("isStale")}</span>
                </span>
              ) : null}
            </Tabs.Tab>
          );
        })}
      </Tabs.List>
      {pieces.map((piece) => (
        <Tabs.Panel key={piece} value={piece} className="flex flex-col gap-3 rounded-card outline-offset-4">
          <OnePiece piece={piece} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

function OnePiece({ piece }: { piece: ShownPiece }) {
  const { card, name, canEdit } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const isMade = card[`${piece}_path`] !== null;
  const isAsked = useAskedPiece() === piece;
  const canBegin = piece === "image" || card.image_path !== null;
  return (
    <>
      <PieceShow piece={piece} />
      {canEdit && (canBegin || isMade) ? (
        <div className="flex flex-wrap items-start gap-2 *:max-w-full">
          <PieceMaker piece={piece} isMade={isMade} />
          {piece === "image" ? <OwnPicture asset={card} name={name} /> : null}
        </div>
      ) : null}
      {canEdit && piece !== "model3d" ? (
        <Fold
          icon={<ScrollText aria-hidden="true" />}
          isOpenFirst={isAsked}
          title={t(piece === "image" ? "imageWords" : "videoWords")}
        >
          <CardPrompt piece={piece} />
        </Fold>
      ) : null}
      {canEdit && isMade ? (
        <Fold icon={<Layers aria-hidden="true" />} title={t("versions")}>
          <CardVersions asset={card} name={name} piece={piece} />
        </Fold>
      ) : null}
    </>
  );
}
