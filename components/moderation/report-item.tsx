"use client";

import { CircleCheck, EyeOff, Flag, Images } from "lucide-react";
import { useTranslations } from "next-intl";
import { Ago } from "@/components/jobs/times";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { ReportRecord } from "@/lib/reports/schema";
import { Quote, StaffLine } from "./staff-line";

interface ReportItemProps {
  report: ReportRecord;
  onLook: () => void;
  /** Each null where it is not for this person, or decided. */
  onHide: (() => void) | null;
  onDismiss: (() => void) | null;
}

/** A report: what is said to be wrong, of what, by whom. */
export function ReportItem({ report, onLook, onHide, onDismiss }: ReportItemProps) {
  const t = useTranslations("staff");
  const { universe, reason, details, release, report_count, decided_at, shown_again_at } = report;
  return (
    <StaffLine
      id={report.id}
      universe={universe}
      thumbnailUrl={report.thumbnail_url}
      badges={
        <>
          <Badge tone="berry">
            <Flag aria-hidden="true" />
            {t(`reasons.${reason}`)}
          </Badge>
          {report_count > 1 ? <Badge tone="sun">{t("reports.count", { count: report_count })}</Badge> : null}
        </>
      }
      actions={
        <>
          <Button variant="secondary" size="sm" data-here onClick={onLook}>
            <Images aria-hidden="true" />
            {t("look")}
          </Button>
          {onHide ? (
            <Button variant="danger" size="sm" onClick={onHide}>
              <EyeOff aria-hidden="true" />
              {t("hide")}
            </Button>
          ) : null}
          {onDismiss ? (
            <Button variant="quiet" size="sm" onClick={onDismiss}>
              <CircleCheck aria-hidden="true" />
              {t("dismiss")}
            </Button>
          ) : null}
        </>
      }
    >
      <Quote
        by={
          <>
            <span className="wrap-anywhere">{report.reporter_email ?? t("gone")}</span>
            <Ago at={report.created_at} />
          </>
        }
      >
        {details ?? <span className="text-ink-soft italic">{t("reports.noWords")}</span>}
      </Quote>
      <p className="wrap-anywhere text-ink-soft text-sm">
        {t("by", { email: report.owner_email })}
        {" · "}
        {release === universe.release
          ? t("reports.release", { release })
          : t("reports.releaseOf", { release, now: universe.release ?? 0 })}
        {decided_at ? (
          <>
            {" · "}
            {t("reports.decided")} <Ago at={decided_at} />
          </>
        ) : null}
        {shown_again_at ? (
          <>
            {" · "}
            {t("reports.again")} <Ago at={shown_again_at} />
          </>
        ) : null}
      </p>
    </StaffLine>
  );
}
