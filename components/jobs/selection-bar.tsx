"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { StaffJob } from "@/lib/jobs/schema";
import { ActionButtons } from "./action-buttons";
import type { Selection } from "./use-selection";

/** What can be done to the marked jobs; it stays in sight while the list scrolls. */
export function SelectionBar({ jobs, selection }: { jobs: StaffJob[]; selection: Selection }) {
  const t = useTranslations("admin");
  const marked = jobs.filter(({ id }) => selection.ids.has(id));
  if (marked.length === 0) return null;
  return (
    <section
      aria-label={t("selection.title")}
      className="sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-3xl max-sm:w-full border border-line bg-surface py-2 pr-2 pl-5 shadow-lift"
    >
      <p className="mr-auto pr-2 font-bold">{t("selection.count", { count: marked.length })}</p>
      <ActionButtons jobs={marked} />
      <Button
        variant="quiet"
        size="icon-sm"
        aria-label={t("selection.clear")}
        onClick={() => selection.set([])}
      >
        <X aria-hidden="true" />
      </Button>
    </section>
  );
}
