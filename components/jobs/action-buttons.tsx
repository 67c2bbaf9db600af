"use client";

import { Ban, ChevronsUp, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type ActionJob, canChange, useJobActions } from "./job-actions";

/** What an admin can do to these jobs as they are; nothing for support. */
export function ActionButtons({ jobs }: { jobs: ActionJob[] }) {
  const t = useTranslations("admin.actions");
  const actions = useJobActions();
  if (!actions) return null;
  const can = (action: "retry" | "cancel" | "reprioritise") => jobs.some((job) => canChange(action, job));
  return (
    <>
      {can("retry") ? (
        <Button variant="secondary" size="sm" onClick={() => actions.retry(jobs)}>
          <RotateCcw aria-hidden="true" />
          {t("retry")}
        </Button>
      ) : null}
      {can("cancel") ? (
        <Button variant="secondary" size="sm" onClick={() => actions.cancel(jobs)}>
          <Ban aria-hidden="true" />
          {t("cancel")}
        </Button>
      ) : null}
      {can("reprioritise") ? (
        <Button variant="secondary" size="sm" onClick={() => actions.reprioritise(jobs)}>
          <ChevronsUp aria-hidden="true" />
          {t("reprioritise")}
        </Button>
      ) : null}
    </>
  );
}
