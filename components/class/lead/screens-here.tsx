"use client";

import { useMessages, useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { ScreenBadge } from "../badges";

/** As many animals as are still seen one by one. */
const most = 40;

/** How many screens are in the room, each as its animal. */
export function ScreensHere({ badges, isBig = false }: { badges: number[]; isBig?: boolean }) {
  const t = useTranslations("class.lead");
  const { animals } = useMessages().class;
  return (
    <div className={cn("flex flex-col gap-2", isBig && "items-center")}>
      <p role="status" data-screens={badges.length} className={cn("font-bold", isBig && "text-2xl")}>
        {t("screens", { count: badges.length })}
      </p>
      {badges.length > 0 ? (
        <ul className={cn("flex flex-wrap gap-1.5", isBig && "justify-center gap-2.5")}>
          {badges.slice(0, most).map((badge, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two screens may be the same animal
            <li key={at}>
              <ScreenBadge badge={badge} names={animals} className={isBig ? "size-12" : "size-8"} />
            </li>
          ))}
          {badges.length > most ? (
            <li className="content-center font-bold text-ink-soft">
              {t("more", { count: badges.length - most })}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
