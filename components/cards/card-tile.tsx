"use client";

import { CircleCheck, GripVertical, History, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { PeopleAtCard } from "@/components/members/presence";
import { buttonVariants } from "@/components/ui/button-variants";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";
import type { Asset } from "@/lib/drafts/schema";
import { CardCheck } from "./card-check";
import { CardMedia } from "./card-media";
import { CardNames } from "./card-names";
import { CardState, isBeingMade } from "./card-state";
import { openCard } from "./panel/open-card";

/** What can be done to a card from its tile. */
export interface TileActions {
  toggle: (assetId: string, isStretch: boolean) => void;
}

interface CardTileProps {
  asset: Asset;
  language: Language;
  languages: readonly Language[];
  /** Null for those who only look. */
  actions: TileActions | null;
  isChoosing: boolean;
  isChosen: boolean;
  isLifted: boolean;
  /** Where the page says how cards are moved. */
  hintId: string;
  /** The address of the picture no longer works. */
  onBroken: () => void;
}

/** One card: first its name, then its picture, then what else was made of it. Anywhere on it opens it. */
export const CardTile = memo(function CardTile({
  asset,
  language,
  languages,
  actions,
  isChoosing,
  isChosen,
  isLifted,
  hintId,
  onBroken,
}: CardTileProps) {
  const t = useTranslations("cards");
  const tPage = useTranslations("draftPage");
  const name = asset.names[language] ?? asset.concept;
  const fact = asset.texts[language]?.fun_fact;
  const isMaking = isBeingMade(asset);
  const handleOpen = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    if (actions && (isChoosing || event.shiftKey)) actions.toggle(asset.id, event.shiftKey);
    else openCard(asset.id);
  };
  return (
    <li
      data-asset={asset.id}
      data-status={asset.status}
      data-lifted={isLifted || undefined}
      className={cn(
        "group relative flex scroll-my-20 select-none flex-col rounded-card bg-surface p-2.5 shadow-card transition-[box-shadow,background-color] has-[h2_a:focus-visible]:outline-3 has-[h2_a:focus-visible]:outline-sea has-[h2_a:focus-visible]:outline-offset-3",
        isChosen && "bg-sun-wash ring-4 ring-sun",
        isLifted && "z-20 cursor-grabbing shadow-lift ring-4 ring-sea",
      )}
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
        {isMaking || isChoosing || !actions ? null : (
          <button
            type="button"
            aria-label={t("regenerate", { name })}
            title={t("regenerate", { name })}
            onClick={() => openCard(asset.id, "image")}
            className={cn(
              buttonVariants({ variant: "quiet", size: "icon" }),
              "absolute right-2 bottom-2 z-10 bg-surface/92 text-berry shadow-card hover:bg-surface",
            )}
          >
            <WandSparkles aria-hidden="true" />
          </button>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-2 pt-2 pb-1 pl-1.5">
        <div className="flex items-start gap-1">
          <h2
            lang={language}
            className="wrap-break-word min-w-0 flex-1 hyphens-auto pt-2 text-xl sm:text-2xl lg:[body:has([data-side-panel])_&]:text-xl"
          >
            <a
              href={`?card=${asset.id}`}
              data-arrow-stop
              draggable={false}
              onClick={handleOpen}
              className="block outline-none after:absolute after:inset-0 after:rounded-card after:content-['']"
            >
              {name}
            </a>
          </h2>
          {actions ? (
            <button
              type="button"
              data-grip
              aria-label={tPage("move", { name })}
              aria-describedby={hintId}
              title={tPage("move", { name })}
              className={cn(
                "z-10 grid size-11 shrink-0 cursor-grab touch-none place-items-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink active:cursor-grabbing max-sm:absolute max-sm:top-4.5 max-sm:right-4.5 max-sm:bg-surface/92 max-sm:shadow-card sm:relative",
                // A phone has one corner for the handle and the check mark.
                isChoosing && "max-sm:hidden",
              )}
            >
              <GripVertical aria-hidden="true" className="size-5" />
            </button>
          ) : null}
        </div>
        <Marks asset={asset} />
        <CardNames names={asset.names} languages={languages} shown={language} />
        {fact ? (
          <p
            lang={language}
            className="mt-auto mr-1.5 border-line border-t pt-2 text-ink-soft text-sm leading-snug"
          >
            {fact}
          </p>
        ) : null}
      </div>
      {actions ? (
        <CardCheck
          label={tPage("chooseOne", { name })}
          isChosen={isChosen}
          isChoosing={isChoosing}
          onToggle={(isStretch) => actions.toggle(asset.id, isStretch)}
        />
      ) : null}
    </li>
  );
});

/** What people and the studio noted of a card. */
function Marks({ asset }: { asset: Asset }) {
  const t = useTranslations("draftPage");
  if (!asset.is_approved && asset.stale.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 font-semibold text-sm leading-5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {asset.is_approved ? (
        <li className="flex items-start gap-1 text-leaf-ink">
          <CircleCheck aria-hidden="true" />
          {t("isApproved")}
        </li>
      ) : null}
      {asset.stale.length > 0 ? (
        <li className="flex items-start gap-1 text-sun-ink" title={t("staleCard")}>
          <History aria-hidden="true" />
          {t("stale")}
        </li>
      ) : null}
    </ul>
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
