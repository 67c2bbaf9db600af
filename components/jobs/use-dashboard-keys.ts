"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKeyHelp } from "@/components/site/page-keys";
import { jobKeys } from "@/lib/jobs/queries";
import type { StaffJob } from "@/lib/jobs/schema";
import type { JobTimeline } from "@/lib/jobs/timeline-schema";
import type { JobActions } from "./job-actions";
import { useJobKeys } from "./use-job-keys";
import type { Selection } from "./use-selection";

interface DashboardKeysOptions {
  jobs: StaffJob[];
  openId: string | null;
  openRow: StaffJob | null;
  actions: JobActions | null;
  selection: Selection | null;
}

/** The keys of the dashboard, and their lines on the sheet that `?` opens. */
export function useDashboardKeys({ jobs, openId, openRow, actions, selection }: DashboardKeysOptions): void {
  const t = useTranslations("admin.keys");
  const client = useQueryClient();
  const isAdmin = actions !== null;
  const rows = useMemo(
    () => [
      { keys: ["/"], text: t("search") },
      { keys: ["J", "K"], text: t("move") },
      { keys: ["↵"], text: t("open") },
      { keys: ["Esc"], text: t("close") },
      ...(isAdmin
        ? [
            { keys: ["R"], text: t("retry") },
            { keys: ["C"], text: t("cancel") },
            { keys: ["P"], text: t("priority") },
            { keys: ["X"], text: t("select") },
          ]
        : []),
    ],
    [t, isAdmin],
  );
  useKeyHelp(rows);
  const opened = openId ? client.getQueryData<JobTimeline>(jobKeys.timeline(openId))?.job : undefined;
  useJobKeys({ jobs, openId, openedJob: openRow ?? opened ?? null, actions, selection });
}
