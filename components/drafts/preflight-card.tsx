"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins, Hourglass, Layers, ListOrdered } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoment } from "@/components/site/use-problem-text";
import { type Plan, preflightOf } from "@/lib/drafts/queries";
import type { Preflight } from "@/lib/drafts/schema";
import { writeEstimate } from "@/lib/i18n/span";

/** How many universes like this one may still be made: as many as there are credits for, and no more than today's requests. */
function universesLeft({ credits, requests }: Pick<Preflight, "credits" | "requests">): number {
  const today = Math.max(0, requests.day.left);
  return credits.needed > 0 ? Math.min(today, Math.floor(credits.left / credits.needed)) : today;
}

function Line({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <dt className="col-span-2 grid grid-cols-subgrid items-center font-semibold text-ink-soft text-sm [&_svg]:size-5 [&_svg]:text-sun-ink">
        {icon}
        {label}
      </dt>
      <dd className="wrap-anywhere col-start-2 font-bold leading-snug">{children}</dd>
    </div>
  );
}

/** What it will take, told before the click: time, place in the queue, credits, and what is left after it. */
export function PreflightCard({ plan }: { plan: Plan }) {
  const t = useTranslations("preflight");
  const tForecast = useTranslations("forecast");
  const tErrors = useTranslations("errors");
  const format = useFormatter();
  const locale = useLocale();
  const { data } = useQuery(preflightOf(plan));
  const unsaid = "…";
  const refusal = data?.refusal;
  const isWaiting = refusal === "rate_limited" || refusal === "out_of_credits";
  return (
    <section aria-label={tForecast("title")} className="flex flex-col gap-4 rounded-card bg-sun-wash p-5">
      <dl className="grid gap-x-6 gap-y-4 xs:grid-cols-2">
        <Line icon={<Hourglass aria-hidden="true" />} label={t("time")}>
          {data === undefined
            ? unsaid
            : data.seconds_p50 === null
              ? t("unknown")
              : tForecast("time", {
                  usual: writeEstimate(data.seconds_p50, locale),
                  most: writeEstimate(data.seconds_p90 ?? data.seconds_p50, locale),
                })}
        </Line>
        <Line icon={<ListOrdered aria-hidden="true" />} label={t("queue")}>
          {data === undefined
            ? unsaid
            : data.universes_ahead > 0
              ? tForecast("ahead", { count: data.universes_ahead })
              : t("next")}
        </Line>
        <Line icon={<Coins aria-hidden="true" />} label={t("credits")}>
          {data === undefined
            ? unsaid
            : tForecast("credits", { needed: data.credits.needed, left: data.credits.left })}
        </Line>
        <Line icon={<Layers aria-hidden="true" />} label={t("left")}>
          {data === undefined ? unsaid : t("universes", { count: universesLeft(data) })}
        </Line>
      </dl>
      <p role="status" className="font-semibold text-danger empty:hidden">
        {isWaiting && data?.retry_at
          ? tForecast(refusal === "rate_limited" ? "wait" : "creditsUsed", {
              moment: formatMoment(data.retry_at, format),
            })
          : refusal === "model_unavailable" || refusal === "model_not_configured"
            ? tErrors(refusal)
            : null}
      </p>
    </section>
  );
}
