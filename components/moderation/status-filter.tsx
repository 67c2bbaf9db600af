"use client";

import { useTranslations } from "next-intl";
import { chip } from "@/components/jobs/filter-bar";
import type { StaffView } from "@/lib/reports/view";
import { showLines } from "./use-staff-view";

const statuses = ["open", "upheld", "dismissed"] as const satisfies readonly StaffView["status"][];

/** Reports that wait, or that were decided one way or the other; in the address. */
export function StatusFilter({ status }: Pick<StaffView, "status">) {
  const t = useTranslations("staff.reports");
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t("filter")}</legend>
      {statuses.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === status}
          onClick={() => showLines({ status: one })}
          className={chip}
        >
          {t(`statuses.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
