"use client";

import { useQuery } from "@tanstack/react-query";
import { PartyPopper } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDeleteWithUndo } from "@/components/site/use-delete-with-undo";
import { useDismissReport } from "@/lib/reports/mutations";
import { reportListQuery } from "@/lib/reports/queries";
import type { ReportRecord } from "@/lib/reports/schema";
import { DecisionDialog, type Question } from "./decision-dialog";
import { PagesNav } from "./pages-nav";
import { ReportItem } from "./report-item";
import { ReviewPanel } from "./review-panel";
import { Nothing, StaffPage } from "./staff-page";
import { StatusFilter } from "./status-filter";
import { useLineKeys } from "./use-line-keys";
import { lookAt, useStaffView } from "./use-staff-view";

/** What adults found wrong, for admins to decide; support reads along. */
export function ReportQueue({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations("staff");
  const view = useStaffView();
  const { data, error } = useQuery(reportListQuery(view));
  const dismissal = useDismissReport();
  const [question, setQuestion] = useState<Question | null>(null);
  const { hidden, remove } = useDeleteWithUndo({
    remove: dismissal.mutateAsync,
    words: {
      undo: t("undo"),
      deleted: (name) => t("dismissed", { name }),
      notDeleted: (name) => t("notDismissed", { name }),
    },
  });
  const items = data?.items.filter(({ id }) => !hidden.has(id)) ?? [];
  const canDecide = isAdmin && view.status === "open";
  const dismiss = ({ id, universe }: ReportRecord) => remove([{ id, name: universe.name }]);
  const hide = ({ universe: { slug, name } }: ReportRecord) => setQuestion({ decision: "hide", slug, name });
  const withReport = (act: (report: ReportRecord) => void) => (id: string) => {
    const report = items.find((item) => item.id === id);
    if (report) act(report);
  };
  useLineKeys(canDecide ? { h: withReport(hide), d: withReport(dismiss) } : {});

  return (
    <StaffPage
      title={t("reports.title")}
      text={t(isAdmin ? "reports.text" : "readOnly")}
      filters={<StatusFilter status={view.status} />}
      isRead={data !== undefined}
      error={error}
    >
      {items.length === 0 ? (
        <Nothing
          icon={<PartyPopper aria-hidden="true" />}
          title={t(`reports.none.${view.status}`)}
          text={t("reports.noneText")}
        />
      ) : (
        <ul className="flex flex-col gap-3">
          {items.map((report) => (
            <ReportItem
              key={report.id}
              report={report}
              onLook={() => lookAt({ slug: report.universe.slug, release: report.release })}
              onHide={canDecide ? () => hide(report) : null}
              onDismiss={canDecide ? () => dismiss(report) : null}
            />
          ))}
        </ul>
      )}
      <PagesNav page={view.page} total={data?.total ?? 0} />
      <ReviewPanel look={view.look} />
      {question ? <DecisionDialog question={question} onClose={() => setQuestion(null)} /> : null}
    </StaffPage>
  );
}
