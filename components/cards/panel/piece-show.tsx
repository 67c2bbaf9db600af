"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Box, CircleAlert, Film, ImageIcon, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Meter } from "@/components/ui/meter";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import { draftKeys } from "@/lib/drafts/queries";
import { useOpenedCard } from "./card-editing";
import { CardFigure } from "./figure";

const signs = { image: ImageIcon, video: Film, model3d: Box };
const stillHere = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The picture, the film or the figure as it is, or why it is not there. */
export function PieceShow({ piece }: { piece: keyof typeof signs }) {
  const { card, name } = useOpenedCard();
  const t = useTranslations("cardPanel");
  const url = card[`${piece}_url`];
  const isMaking = card.status === "generating" || (card[`${piece}_path`] !== null && !url);
  return (
    <div className="relative mx-auto aspect-square w-full max-w-112 overflow-hidden rounded-card bg-sunken">
      {url ? (
        <Shown piece={piece} url={url} isMaking={isMaking} />
      ) : (
        <Nothing piece={piece} isMaking={isMaking} />
      )}
      {isMaking ? (
        <div className="absolute inset-x-4 bottom-4 flex flex-col items-center gap-2">
          <LoaderCircle aria-hidden="true" className="size-9 animate-spin text-sea" />
          <Meter value={card.progress} label={t("making", { name })} className="h-2 bg-surface/80" />
        </div>
      ) : (
        <Failure />
      )}
    </div>
  );
}

function Shown({ piece, url, isMaking }: { piece: keyof typeof signs; url: string; isMaking: boolean }) {
  const { card, name, language } = useOpenedCard();
  const client = useQueryClient();
  const alt = card.texts[language]?.alt_text ?? name;
  const handleBroken = () =>
    void client.invalidateQueries({ queryKey: draftKeys.assets(card.draft_id), exact: true });
  const look = cn("size-full object-cover", isMaking && "opacity-50 saturate-50");
  if (piece === "model3d")
    return <CardFigure url={url} name={name} poster={card.image_url} isStill={stillHere()} />;
  if (piece === "video")
    return (
      <video
        key={card.video_path}
        src={url}
        poster={card.image_url ?? undefined}
        aria-label={alt}
        onError={handleBroken}
        autoPlay={!stillHere()}
        controls
        loop
        muted
        playsInline
        width={720}
        height={720}
        className={look}
      />
    );
  return (
    <Picture
      key={card.image_path}
      src={url}
      alt={alt}
      onError={handleBroken}
      width={1024}
      height={1024}
      className={look}
    />
  );
}

function Nothing({ piece, isMaking }: { piece: keyof typeof signs; isMaking: boolean }) {
  const { card } = useOpenedCard();
  const t = useTranslations("cardPanel");
  if (isMaking) return <div className="absolute inset-0 animate-shimmer bg-sea-wash" />;
  const Sign = signs[piece];
  const needsPicture = piece !== "image" && card.image_path === null;
  return (
    <div className="grid size-full place-content-center justify-items-center gap-3 p-6 text-center text-ink-soft">
      <Sign aria-hidden="true" className="size-12" />
      <p className="max-w-60 font-semibold">{t(needsPicture ? "pictureFirst" : `none.${piece}`)}</p>
    </div>
  );
}

function Failure() {
  const { card } = useOpenedCard();
  const tError = useTranslations("pieceErrors");
  if (!card.error_code) return null;
  const reason = tError.has(card.error_code as never) ? card.error_code : "other";
  return (
    <p className="absolute inset-x-3 top-3 flex items-start gap-1.5 rounded-xl bg-danger-wash px-3 py-2 font-semibold text-danger text-sm leading-snug">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {tError(reason as "other")}
    </p>
  );
}
