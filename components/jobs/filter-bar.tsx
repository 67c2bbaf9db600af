"use client";

import { ListFilter, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Menu, MenuCheckboxItem, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import { jobTypes } from "@/lib/contract/jobs";
import { jobStatuses } from "@/lib/contract/statuses";
import type { DashboardFilter } from "@/lib/jobs/filter";
import { DateFilter } from "./date-filter";
import { JobSearch } from "./job-search";
import { filterNow, setFilter } from "./use-view";

export const chip =
  "inline-flex h-9 pointer-coarse:h-11 shrink-0 items-center gap-1.5 rounded-full border border-line bg-surface px-3.5 font-bold text-ink-soft text-sm hover:bg-sunken aria-pressed:border-sun aria-pressed:bg-sun-wash aria-pressed:text-sun-ink data-set:border-sun data-set:bg-sun-wash data-set:text-sun-ink [&_svg]:size-4";

/** The list with one more, or one less; nothing at all when none is left. */
function toggled<Item>(list: Item[] | undefined, item: Item): Item[] | undefined {
  const next = list?.includes(item) ? list.filter((each) => each !== item) : [...(list ?? []), item];
  return next.length > 0 ? next : undefined;
}

function without(filter: DashboardFilter, key: keyof DashboardFilter): DashboardFilter {
  const { [key]: _gone, ...rest } = filter;
  return rest;
}

/** Sets a key of the filter, or takes it out. */
function withKey<Key extends keyof DashboardFilter>(
  filter: DashboardFilter,
  key: Key,
  value: DashboardFilter[Key] | undefined,
): DashboardFilter {
  return value === undefined ? without(filter, key) : { ...filter, [key]: value };
}

function Crumb({ children, label, onRemove }: { children: ReactNode; label: string; onRemove: () => void }) {
  return (
    <span className={cn(chip, "max-w-full border-sun bg-sun-wash pr-1 text-sun-ink hover:bg-sun-wash")}>
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={label}
        onClick={onRemove}
        className="grid size-7 pointer-coarse:size-10 shrink-0 place-items-center rounded-full hover:bg-surface"
      >
        <X aria-hidden="true" />
      </button>
    </span>
  );
}

interface FilterBarProps {
  filter: DashboardFilter;
  /** What a filter by person shows instead of an id, once a row has told. */
  person: string | null;
}

/** Which jobs are shown. All of it is in the address, so that it can be sent to somebody. */
export function FilterBar({ filter, person }: FilterBarProps) {
  const t = useTranslations("admin");
  const { status, type, user_id, draft_id, parent_id, universe_slug } = filter;
  const isFiltered = Object.keys(filter).length > 0;
  const change = <Key extends keyof DashboardFilter>(key: Key, value: DashboardFilter[Key] | undefined) =>
    setFilter(withKey(filterNow(), key, value));
  const crumbs = {
    user_id: user_id && t("filters.person", { who: person ?? user_id.slice(0, 8) }),
    draft_id: draft_id && t("filters.draft", { id: draft_id.slice(0, 8) }),
    parent_id: parent_id && t("filters.parent", { id: parent_id.slice(0, 8) }),
    universe_slug: universe_slug && t("filters.draft", { id: universe_slug }),
  };
  return (
    <search
      aria-label={t("filters.title")}
      className="flex flex-col gap-2 xl:flex-row xl:flex-wrap xl:items-center xl:gap-3"
    >
      <JobSearch filter={filter} />
      <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0">
        <fieldset className="flex gap-2">
          <legend className="sr-only">{t("columns.status")}</legend>
          {jobStatuses.map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={status?.includes(value) ?? false}
              onClick={() => change("status", toggled(filterNow().status, value))}
              className={chip}
            >
              {t(`statuses.${value}`)}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          aria-pressed={filter.stuck ?? false}
          onClick={() => change("stuck", filterNow().stuck ? undefined : true)}
          className={chip}
        >
          <TriangleAlert aria-hidden="true" />
          {t("figures.stuck")}
        </button>
        <Menu>
          <MenuTrigger className={chip} data-set={type ? "" : undefined}>
            <ListFilter aria-hidden="true" />
            {type ? type.map((each) => t(`types.${each}`)).join(", ") : t("filters.types")}
          </MenuTrigger>
          <MenuContent>
            {jobTypes.map((value) => (
              <MenuCheckboxItem
                key={value}
                checked={type?.includes(value) ?? false}
                onCheckedChange={() => change("type", toggled(filterNow().type, value))}
              >
                {t(`types.${value}`)}
              </MenuCheckboxItem>
            ))}
          </MenuContent>
        </Menu>
        <DateFilter filter={filter} />
        {(Object.entries(crumbs) as [keyof typeof crumbs, string | undefined][]).map(([key, text]) =>
          text ? (
            <Crumb
              key={key}
              label={t("filters.remove", { filter: text })}
              onRemove={() => change(key, undefined)}
            >
              {text}
            </Crumb>
          ) : null,
        )}
        {isFiltered ? (
          <button
            type="button"
            onClick={() => setFilter({})}
            className={cn(chip, "border-transparent bg-transparent text-berry")}
          >
            <X aria-hidden="true" />
            {t("filters.clear")}
          </button>
        ) : null}
      </div>
    </search>
  );
}
