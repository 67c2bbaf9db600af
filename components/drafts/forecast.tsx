"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins, Hourglass, ListOrdered } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoment } from "@/components/site/use-problem-text";
import { type Plan, preflightOf } from "@/lib/drafts/queries";
import type { Preflight } from "@/lib/drafts/schema";
import { writeEstimate } from "@/lib/i18n/span";

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      {children}
    </li>
  );
}

/** Before the click: how long it will take, who is ahead, what it costs, or why it has to wait. */
export function Forecast({ plan }: { plan: Plan }) {
  const { data } = useQuery(preflightOf(plan));
  return <ForecastFacts data={data} />;
}

/** The facts of a forecast that was asked for already. */
export function ForecastFacts({ data }: { data: Preflight | undefined }) {
  const t = useTranslations("forecast");
  const format = useFormatter();
  const locale = useLocale();
  const isRefused = data?.refusal === "rate_limited" || data?.refusal === "out_of_credits";
  return (
    <ul
      aria-label={t("title")}
      className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1 font-semibold text-ink-soft text-sm"
    >
      {data && isRefused && data.retry_at ? (
        <Fact icon={<Hourglass aria-hidden="true" />}>
          {t(data.refusal === "rate_limited" ? "wait" : "creditsUsed", {
            moment: formatMoment(data.retry_at, format),
          })}
        </Fact>
      ) : null}
      {data && !isRefused && data.seconds_p50 !== null ? (
        <Fact icon={<Hourglass aria-hidden="true" />}>
          {t("time", {
            usual: writeEstimate(data.seconds_p50, locale),
            most: writeEstimate(data.seconds_p90 ?? data.seconds_p50, locale),
          })}
        </Fact>
      ) : null}
      {data && data.universes_ahead > 0 ? (
        <Fact icon={<ListOrdered aria-hidden="true" />}>{t("ahead", { count: data.universes_ahead })}</Fact>
      ) : null}
      {data && data.credits.needed > 0 ? (
        <Fact icon={<Coins aria-hidden="true" />}>
          {t("credits", { needed: data.credits.needed, left: data.credits.left })}
        </Fact>
      ) : null}
    </ul>
  );
}
