"use client";

import { useLocale } from "next-intl";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import { languagesAfter } from "@/lib/contract/languages";
import type { CardChange } from "@/lib/releases/schema";

type Side = CardChange["after"];

/** The name of a card in the language of the page, or in another one that it has. */
export function useSideName(): (side: Side) => string {
  const locale = useLocale();
  return (side) =>
    languagesAfter([locale])
      .map((language) => side?.names[language])
      .find((name) => name) ?? "";
}

interface CardPictureProps {
  side: Side;
  /** Its name stands beside it. */
  isBare?: boolean;
  isGone?: boolean;
}

/** A card as it is, or was, small. */
export function CardPicture({ side, isBare = false, isGone = false }: CardPictureProps) {
  const name = useSideName()(side);
  const picture = side?.image_url ? (
    <Picture
      src={side.image_url}
      alt=""
      width={128}
      height={128}
      className={cn("size-full object-cover", isGone && "opacity-55 saturate-50")}
    />
  ) : null;
  const frame = (
    <span className="block size-16 shrink-0 overflow-hidden rounded-2xl bg-sunken">{picture}</span>
  );
  if (isBare) return frame;
  return (
    <li className="flex w-20 flex-col items-center gap-1 text-center">
      {frame}
      <span
        className={cn("line-clamp-2 w-full text-sm leading-tight wrap-anywhere", isGone && "line-through")}
      >
        {name}
      </span>
    </li>
  );
}
