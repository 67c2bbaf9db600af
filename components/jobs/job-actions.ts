"use client";

import { useTranslations } from "next-intl";
import { createContext, use } from "react";
import { toasts } from "@/components/ui/toast";
import type { JobType } from "@/lib/contract/jobs";
import type { JobStatus } from "@/lib/contract/statuses";
import { type JobChange, useChangeJob } from "@/lib/jobs/mutations";
import { type ProblemCode, problemCode } from "@/lib/problem";

/** A job as far as an action needs to know it. */
export interface ActionJob {
  id: string;
  type: JobType;
  status: JobStatus;
  draft_name?: string | null | undefined;
}

export type Action = JobChange["action"];

/** What an admin can do to jobs; support has none of it. */
export interface JobActions {
  retry: (jobs: ActionJob[]) => void;
  cancel: (jobs: ActionJob[]) => void;
  /** Asks for the new priority first. */
  reprioritise: (jobs: ActionJob[]) => void;
  pausePerson: (person: { id: string; email: string }) => void;
}

export const JobActionsContext = createContext<JobActions | null>(null);

/** The actions of an admin, or null for those who only look. */
export const useJobActions = (): JobActions | null => use(JobActionsContext);

/** Whether an action makes sense for a job as it is; the database has the last word. */
export function canChange(action: Action, { status }: Pick<ActionJob, "status">): boolean {
  const isOpen = status === "pending" || status === "processing";
  return action === "retry" ? status === "failed" || status === "cancelled" : isOpen;
}

const cancelledForMs = 12_000;

/** Does one thing to some jobs, one after the other, and says in a toast what came of it. */
export function useRunAction() {
  const t = useTranslations("admin.actions");
  const tType = useTranslations("admin.types");
  const tError = useTranslations("errors");
  const { mutateAsync } = useChangeJob();

  const run = async (jobs: ActionJob[], toChange: (jobId: string) => JobChange): Promise<void> => {
    const action = toChange("").action;
    const fitting = jobs.filter((job) => canChange(action, job));
    const done: ActionJob[] = [];
    let problem: ProblemCode | null = null;
    for (const job of fitting) {
      try {
        await mutateAsync(toChange(job.id));
        done.push(job);
      } catch (error) {
        problem = problemCode(error);
      }
    }
    const [first] = done;
    const name = first ? [tType(first.type), first.draft_name].filter(Boolean).join(", ") : "";
    const refused = jobs.length - done.length;
    if (first)
      toasts.add({
        title:
          done.length === 1
            ? t(`done.${action}`, { job: name })
            : t(`doneMany.${action}`, { count: done.length }),
        ...(refused > 0 ? { description: t("refused", { count: refused }) } : {}),
        type: "success",
        ...(action === "cancel"
          ? {
              timeout: cancelledForMs,
              actionProps: {
                children: t("retry"),
                onClick: () =>
                  void run(
                    done.map((job) => ({ ...job, status: "cancelled" })),
                    (jobId) => ({ action: "retry", jobId }),
                  ),
              },
            }
          : {}),
      });
    else
      toasts.add({
        title: t(`not.${action}`),
        description: problem ? tError(problem) : t(`why.${action}`),
        type: problem ? "error" : "info",
      });
  };
  return run;
}
