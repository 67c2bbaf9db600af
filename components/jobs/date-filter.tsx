"use client";

import { CalendarDays } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { DashboardFilter } from "@/lib/jobs/filter";
import { serverNow } from "@/lib/jobs/server-clock";
import { chip } from "./filter-bar";
import { filterNow, setFilter } from "./use-view";

const presets = { today: 0, week: 6, month: 29 } as const;

const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** From which day to which the jobs were asked for. Days are days in UTC, as everywhere on this page. */
export function DateFilter({ filter }: { filter: DashboardFilter }) {
  const t = useTranslations("admin.filters");
  const format = useFormatter();
  const [isOpen, setIsOpen] = useState(false);
  const { created_from: from, created_to: to } = filter;

  /** An empty day is none. */
  const change = (days: Pick<DashboardFilter, "created_from" | "created_to">) => {
    const wanted = Object.entries({ ...filterNow(), ...days }).filter(([, value]) => value);
    setFilter(Object.fromEntries(wanted) as DashboardFilter);
  };
  const name = (moment: string) => format.dateTime(new Date(moment), { day: "numeric", month: "short" });
  const label = from || to ? `${from ? name(from) : "…"} – ${to ? name(to) : "…"}` : t("dates");
  const control = "h-10 w-full rounded-xl border border-line-strong bg-surface px-3";
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger className={chip} data-set={from || to ? "" : undefined}>
        <CalendarDays aria-hidden="true" />
        {label}
      </PopoverTrigger>
      <PopoverContent title={t("datesTitle")}>
        <div className="mb-3 flex flex-wrap gap-2">
          {(Object.keys(presets) as (keyof typeof presets)[]).map((preset) => (
            <button
              key={preset}
              type="button"
              className={chip}
              onClick={() => {
                change({ created_from: dayOf(serverNow() - presets[preset] * 86_400_000), created_to: "" });
                setIsOpen(false);
              }}
            >
              {t(preset)}
            </button>
          ))}
        </div>
        <div className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2">
          <label htmlFor="created_from">{t("from")}</label>
          <input
            id="created_from"
            type="date"
            value={from?.slice(0, 10) ?? ""}
            onChange={(event) => change({ created_from: event.target.value })}
            className={control}
          />
          <label htmlFor="created_to">{t("to")}</label>
          <input
            id="created_to"
            type="date"
            value={to?.slice(0, 10) ?? ""}
            onChange={(event) => change({ created_to: event.target.value })}
            className={control}
          />
        </div>
        {from || to ? (
          <Button
            variant="quiet"
            size="sm"
            className="mt-3"
            onClick={() => change({ created_from: "", created_to: "" })}
          >
            {t("anyDay")}
          </Button>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
