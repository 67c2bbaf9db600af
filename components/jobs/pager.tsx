"use client";

import { ChevronLeft, ChevronRight, ChevronsLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { rememberPage, useNewerPage } from "./page-trail";
import { goToPage } from "./use-view";

interface PagerProps {
  cursor: string | null;
  next: string | null;
}

function show(cursor: string | null): void {
  goToPage(cursor);
  window.scrollTo({ top: 0 });
}

/** From page to page. The list only knows the way to what is older; the way back is remembered while one goes. */
export function Pager({ cursor, next }: PagerProps) {
  const t = useTranslations("admin.pager");
  const newer = useNewerPage(cursor);
  if (cursor === null && next === null) return null;
  const handleOlder = () => {
    if (!next) return;
    rememberPage(next, cursor);
    show(next);
  };
  return (
    <nav aria-label={t("title")} className="flex flex-wrap justify-center gap-2">
      {cursor ? (
        <Button variant="secondary" size="sm" onClick={() => show(null)}>
          <ChevronsLeft aria-hidden="true" />
          {t("newest")}
        </Button>
      ) : null}
      {newer ? (
        <Button variant="secondary" size="sm" onClick={() => show(newer)}>
          <ChevronLeft aria-hidden="true" />
          {t("newer")}
        </Button>
      ) : null}
      {next ? (
        <Button variant="secondary" size="sm" onClick={handleOlder}>
          {t("older")}
          <ChevronRight aria-hidden="true" />
        </Button>
      ) : null}
    </nav>
  );
}
