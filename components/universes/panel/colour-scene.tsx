"use client";

import { useLocale } from "next-intl";
import { useId } from "react";
import { brightestOf } from "@/lib/universes/colour";
import { useOpenedUniverse } from "./universe-editing";

/** A card as children see it on this background. */
export function ColourScene({ colour }: { colour: string }) {
  const { draft, assets } = useOpenedUniverse();
  const locale = useLocale();
  const glow = useId();
  const card = assets.find(({ image_url }) => image_url !== null) ?? assets[0];
  const name = card ? (card.names[locale] ?? card.concept) : draft.name;
  return (
    <svg viewBox="0 0 320 150" aria-hidden="true" className="h-auto w-full rounded-3xl">
      <defs>
        <radialGradient id={glow} cx="50%" cy="35%" r="75%">
          <stop offset="0" stopColor={brightestOf(colour)} />
          <stop offset="1" stopColor={colour} />
        </radialGradient>
        <clipPath id={`${glow}-card`}>
          <rect x="117" y="11" width="86" height="86" rx="8" />
        </clipPath>
      </defs>
      <rect width="320" height="150" fill={`url(#${glow})`} />
      <rect x="113" y="7" width="94" height="94" rx="11" fill="#ffffff" />
      <rect x="117" y="11" width="86" height="86" rx="8" fill={colour} opacity="0.85" />
      {card?.image_url ? (
        <image
          href={card.image_url}
          x="117"
          y="11"
          width="86"
          height="86"
          preserveAspectRatio="xMidYMid slice"
          clipPath={`url(#${glow}-card)`}
        />
      ) : null}
      <text
        x="160"
        y="132"
        textAnchor="middle"
        fill="#ffffff"
        fontSize={name.length > 18 ? 16 : 24}
        fontWeight="700"
        className="font-display"
      >
        {name.length > 32 ? `${name.slice(0, 31)}…` : name}
      </text>
    </svg>
  );
}
