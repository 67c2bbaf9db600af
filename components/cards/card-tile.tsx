"use client";

import { CircleAlert, LoaderCircle, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { PeopleAtCard } from "@/components/members/presence";
import { buttonVariants } from "@/components/ui/button-variants";
import { Meter } from "@/components/ui/meter";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { CardMedia } from "./card-media";
import { CardNames } from "./card-names";

/** A picture that is made but has no address yet is on its way, too. */
function isBeingMade({ status, image_url }: Asset): boolean {
  return status === "generating" || (status === "ready" && !image_url);
}

interface CardTileProps {
  asset: Asset;
  language: Language;
  languages: readonly Language[];
  /** Null for those who only look. */
  onRegenerate: ((assetId: string) => void) | null;
  /** The address of the picture no longer works. */
  onBroken: () => void;
}

/** One card: first its name, then its picture, then what else was made of it. */
export const CardTile = memo(function CardTile({
  asset,
  language,
  languages,
  onRegenerate,
  onBroken,
}: CardTileProps) {
  const t = useTranslations("cards");
  const name = asset.names[language] ?? asset.concept;
  const fact = asset.texts[language]?.fun_fact;
  const isMaking = isBeingMade(asset);
  return (
    <li
      data-asset={asset.id}
      data-status={asset.status}
      className="flex animate-rise flex-col rounded-card bg-surface p-2.5 shadow-card"
    >
      <div className="relative aspect-square overflow-hidden rounded-2xl bg-sunken">
        <CardMedia
          asset={asset}
          name={name}
          alt={asset.texts[language]?.alt_text ?? name}
          isMaking={isMaking}
          onBroken={onBroken}
        />
        <CardState asset={asset} />
        <PeopleAtCard assetId={asset.id} card={name} />
        {isMaking || !onRegenerate ? null : (
          <button
            type="button"
            data-arrow-stop
            aria-label={t("regenerate", { name })}
            title={t("regenerate", { name })}
            onClick={() => onRegenerate(asset.id)}
            className={cn(
              buttonVariants({ variant: "quiet", size: "icon" }),
              "absolute right-2 bottom-2 bg-surface/92 text-berry shadow-card hover:bg-surface",
            )}
          >
            <WandSparkles aria-hidden="true" />
          </button>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-2 px-1.5 pt-3 pb-1.5">
        <h2 lang={language} className="wrap-anywhere text-xl sm:text-2xl">
          {name}
        </h2>
        <CardNames names={asset.names} languages={languages} shown={language} />
        {fact ? (
          <p lang={language} className="mt-auto border-line border-t pt-2 text-ink-soft text-sm leading-snug">
            {fact}
          </p>
        ) : null}
      </div>
    </li>
  );
});

function CardState({ asset }: { asset: Asset }) {
  const t = useTranslations("cards");
  const tError = useTranslations("pieceErrors");
  if (isBeingMade(asset)) {
    return (
      <div className="absolute inset-x-3 bottom-3 flex flex-col items-center gap-2">
        <LoaderCircle aria-hidden="true" className="size-8 animate-spin text-sea" />
        <Meter
          value={asset.progress}
          label={t("progress", { name: asset.concept })}
          className="h-2 bg-surface/80"
        />
      </div>
    );
  }
  if (!asset.error_code) return null;
  const reason = tError.has(asset.error_code as never) ? asset.error_code : "other";
  return (
    <p className="absolute inset-x-2 top-2 flex items-start gap-1.5 rounded-xl bg-danger-wash px-2.5 py-2 font-semibold text-danger text-sm leading-snug">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {tError(reason as "other")}
    </p>
  );
}

export function CardTileSkeleton() {
  return (
    <div className="flex flex-col gap-3 rounded-card bg-surface p-2.5 shadow-card">
      <Skeleton className="aspect-square" />
      <Skeleton className="mx-1.5 h-6 w-2/3" />
      <Skeleton className="mx-1.5 mb-1.5 h-10" />
    </div>
  );
}
