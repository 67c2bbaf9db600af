"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { staffPageSize } from "@/lib/reports/view";
import { showLines } from "./use-staff-view";

/** From page to page of a list. */
export function PagesNav({ page, total }: { page: number; total: number }) {
  const t = useTranslations("staff.pages");
  const last = Math.max(1, Math.ceil(total / staffPageSize));
  if (page === 1 && last === 1) return null;
  return (
    <nav aria-label={t("title")} className="flex items-center justify-center gap-3">
      <Button
        variant="secondary"
        size="sm"
        disabled={page <= 1}
        onClick={() => showLines({ page: page - 1 })}
      >
        <ChevronLeft aria-hidden="true" />
        {t("before")}
      </Button>
      <span className="text-sm tabular-nums">{t("at", { page, last: Math.max(page, last) })}</span>
      <Button
        variant="secondary"
        size="sm"
        disabled={page >= last}
        onClick={() => showLines({ page: page + 1 })}
      >
        {t("next")}
        <ChevronRight aria-hidden="true" />
      </Button>
    </nav>
  );
}
