"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { chip } from "@/components/jobs/filter-bar";
import { auditListQuery } from "@/lib/reports/queries";
import { DecisionLine } from "./decision-line";
import { PagesNav } from "./pages-nav";
import { Nothing, StaffPage } from "./staff-page";
import { showLines, useStaffView } from "./use-staff-view";

/** Who decided what about published universes, newest first. */
export function DecisionList() {
  const t = useTranslations("staff.decisions");
  const view = useStaffView();
  const { data, error } = useQuery(auditListQuery(view));
  const named = view.universeId ? data?.items.find(({ name }) => name)?.name : null;
  return (
    <StaffPage
      title={t("title")}
      text={t("text")}
      filters={
        view.universeId ? (
          <button
            type="button"
            className={chip}
            data-set
            aria-label={t("all")}
            onClick={() => showLines({ universeId: null })}
          >
            {named ?? t("one")}
            <X aria-hidden="true" />
          </button>
        ) : null
      }
      isRead={data !== undefined}
      error={error}
    >
      {data?.items.length === 0 ? (
        <Nothing icon={<ScrollText aria-hidden="true" />} title={t("none")} text={t("noneText")} />
      ) : (
        <ol className="divide-y divide-line rounded-card bg-surface px-4 shadow-card sm:px-5">
          {data?.items.map((entry) => (
            <DecisionLine key={entry.id} entry={entry} isAlone={view.universeId !== null} />
          ))}
        </ol>
      )}
      <PagesNav page={view.page} total={data?.total ?? 0} />
    </StaffPage>
  );
}
