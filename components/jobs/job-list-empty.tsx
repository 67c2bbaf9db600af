"use client";

import { Inbox, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { DashboardView } from "@/lib/jobs/live";
import { goToPage, setFilter } from "./use-view";

/** Why nothing is listed, and what to do about it. */
export function JobListEmpty({ view }: { view: DashboardView }) {
  const t = useTranslations("admin.empty");
  const { filter, cursor } = view;
  const kind = cursor
    ? "older"
    : filter.stuck
      ? "stuck"
      : Object.keys(filter).length > 0
        ? "filtered"
        : "none";
  return (
    <section className="flex flex-col items-center gap-3 rounded-card bg-surface px-6 py-12 text-center shadow-card">
      {kind === "filtered" ? (
        <SearchX aria-hidden="true" className="size-10 text-ink-soft" />
      ) : (
        <Inbox aria-hidden="true" className="size-10 text-ink-soft" />
      )}
      <h2 className="text-xl">{t(`${kind}.title`)}</h2>
      <p className="max-w-md text-ink-soft">{t(`${kind}.text`)}</p>
      {kind === "older" ? (
        <Button variant="secondary" onClick={() => goToPage(null)}>
          {t("older.action")}
        </Button>
      ) : null}
      {kind === "filtered" || kind === "stuck" ? (
        <Button variant="secondary" onClick={() => setFilter({})}>
          {t("filtered.action")}
        </Button>
      ) : null}
    </section>
  );
}
