"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Picture } from "@/components/ui/picture";
import { nameOf } from "@/components/viewer/spoken";
import type { Language } from "@/lib/contract/languages";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { Card } from "@/lib/universes/schema";

interface CardStripProps {
  cards: Card[];
  index: number;
  language: Language;
  languages: Language[];
  onChoose: (cardId: string) => void;
}

/** All cards in small, to show any of them. */
export function CardStrip({ cards, index, language, languages, onChoose }: CardStripProps) {
  const t = useTranslations("class.lead");
  const row = useRef<HTMLUListElement>(null);

  // The row scrolls along, and the page stays where it is.
  useEffect(() => {
    const list = row.current;
    const item = list?.children[index];
    if (list && item instanceof HTMLElement)
      list.scrollTo({ left: item.offsetLeft - (list.clientWidth - item.clientWidth) / 2 });
  }, [index]);

  return (
    <ul
      ref={row}
      aria-label={t("cards")}
      className="relative flex max-w-full shrink-0 self-center gap-2 overflow-x-auto px-1 py-1.5 [scrollbar-width:thin]"
    >
      {cards.map((card, at) => (
        <li key={card.id}>
          <button
            type="button"
            aria-current={at === index}
            aria-label={t("show", { name: nameOf(card, language, languages).text })}
            onClick={() => onChoose(card.id)}
            className="block size-14 overflow-hidden rounded-xl border-3 border-transparent bg-sunken aria-current:border-berry sm:size-16"
          >
            {card.image_url ? (
              <Picture
                src={card.image_url}
                srcSet={sizesOf(card.image_url)}
                sizes="4rem"
                alt=""
                width={64}
                height={64}
                className="size-full rounded-lg object-cover"
              />
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
