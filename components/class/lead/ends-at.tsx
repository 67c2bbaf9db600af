"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import { ownZone } from "@/lib/i18n/own-zone";

/** When the room ends by itself, by the clock of the reader, which no server knows. */
export function EndsAt({ iso }: { iso: string }) {
  const t = useTranslations("class.lead");
  const format = useFormatter();
  const isHere = useBrowserValue(() => true, false);
  if (!isHere) return null;
  return (
    <p>{t("until", { time: format.dateTime(new Date(iso), { timeStyle: "short", timeZone: ownZone() }) })}</p>
  );
}
