"use client";

import { useTranslations } from "next-intl";
import { SearchField } from "@/components/site/search-field";
import type { DashboardFilter } from "@/lib/jobs/filter";
import { filterNow, setFilter } from "./use-view";

/** Looks for an e-mail address, a universe, an error code or an id. The key `/` leads here. */
export function JobSearch({ filter }: { filter: DashboardFilter }) {
  const t = useTranslations("admin.filters");
  const handleSearch = (text: string, how: "push" | "replace") => {
    const { text: _old, ...rest } = filterNow();
    setFilter(text ? { ...rest, text } : rest, how);
  };
  return (
    <SearchField
      asked={filter.text ?? ""}
      onSearch={handleSearch}
      label={t("search")}
      placeholder={t("searchExample")}
      maxLength={200}
      className="min-w-64 xl:flex-1"
    />
  );
}
