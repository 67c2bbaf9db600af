"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { formatMoment } from "@/components/site/use-problem-text";
import { Meter } from "@/components/ui/meter";
import { Skeleton } from "@/components/ui/skeleton";
import { usageQuery } from "@/lib/account/queries";
import type { Usage as UsageFigures } from "@/lib/account/settings-schema";
import { ownZone } from "@/lib/i18n/own-zone";
import { MonthTable } from "./month-table";
import { Unread } from "./unread";

/** Credits and requests: what is left, and what the last months took. */
export function Usage() {
  const { data, error, refetch, isFetching } = useQuery(usageQuery());
  if (data) return <Figures usage={data} />;
  if (error) return <Unread error={error} onRetry={refetch} busy={isFetching} />;
  return <UsageSkeleton />;
}

function Figures({ usage }: { usage: UsageFigures }) {
  const t = useTranslations("accountPage.usage");
  const format = useFormatter();
  const { credits, requests, months } = usage;
  const universes = Math.floor(credits.left / Math.max(1, credits.per_universe));
  const renewed = format.dateTime(new Date(credits.renewed_at), {
    day: "numeric",
    month: "long",
    timeZone: ownZone(),
  });
  return (
    <>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-bold font-display text-3xl">{t("left", { count: credits.left })}</span>
          <span className="text-ink-soft">{t("monthly", { count: credits.monthly })}</span>
        </p>
        <Meter
          value={Math.min(100, (100 * credits.left) / Math.max(1, credits.monthly))}
          label={t("meter")}
          className="h-3"
        />
        <p>
          {t("enough", { count: universes })} {t("renewed", { date: renewed })}
        </p>
      </div>
      <dl className="grid gap-3 xs:grid-cols-2">
        {(["hour", "day"] as const).map((span) => {
          const { left, limit, reset_at } = requests[span];
          return (
            <div key={span} className="flex flex-col gap-0.5 rounded-2xl bg-sunken px-4 py-3">
              <dt className="font-semibold text-ink-soft text-sm">{t(span)}</dt>
              <dd className="font-bold text-lg">{t("requests", { left, limit })}</dd>
              {left < limit ? (
                <dd className="text-ink-soft text-sm">
                  {t("more", { moment: formatMoment(reset_at, format) })}
                </dd>
              ) : null}
            </div>
          );
        })}
      </dl>
      <MonthTable months={months} perUniverse={credits.per_universe} />
    </>
  );
}

export function UsageSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-3 w-full rounded-full" />
      <Skeleton className="h-6 w-64 max-w-full" />
      <div className="grid gap-3 xs:grid-cols-2">
        <Skeleton className="h-20 rounded-2xl" />
        <Skeleton className="h-20 rounded-2xl" />
      </div>
      <Skeleton className="h-56 rounded-2xl" />
    </div>
  );
}
