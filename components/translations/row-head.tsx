"use client";

import { useLocale } from "next-intl";
import { memo } from "react";
import { Picture } from "@/components/ui/picture";
import type { Asset } from "@/lib/drafts/schema";

/** What the row is about: the card's picture, and its name for whoever reads the page. */
export const RowHead = memo(function RowHead({ card }: { card: Asset }) {
  const locale = useLocale();
  return (
    <th
      scope="row"
      aria-colindex={1}
      className="border-line border-t p-2.5 text-left align-middle font-normal sm:sticky sm:left-0 sm:z-10 sm:bg-surface"
    >
      <span className="flex flex-col gap-1.5 lg:flex-row lg:items-center lg:gap-3">
        {card.image_url ? (
          <Picture
            src={card.image_url}
            alt=""
            width={1024}
            height={1024}
            className="size-11 shrink-0 rounded-xl bg-sunken object-cover sm:size-14"
          />
        ) : (
          <span className="size-11 shrink-0 rounded-xl bg-sunken sm:size-14" />
        )}
        <span
          lang={card.names[locale] ? locale : "en"}
          className="hyphens-auto wrap-anywhere min-w-0 font-semibold text-sm leading-tight"
        >
          {card.names[locale] ?? card.concept}
        </span>
      </span>
    </th>
  );
});
