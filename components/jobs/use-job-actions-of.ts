"use client";

import type { Question } from "./dashboard";
import { type ActionJob, type JobActions, useRunAction } from "./job-actions";
import type { Selection } from "./use-selection";

/** The actions of whoever looks at the page: all of them for admins, none for support. */
export function useJobActionsOf(
  isAdmin: boolean,
  ask: (question: Question) => void,
  selection: Selection,
): { actions: JobActions | null; choosePriority: (jobs: ActionJob[], priority: number) => void } {
  const run = useRunAction();
  const unmark = () => selection.set([]);
  const actions: JobActions = {
    retry: (jobs) => void run(jobs, (jobId) => ({ action: "retry", jobId })).then(unmark),
    cancel: (jobs) => void run(jobs, (jobId) => ({ action: "cancel", jobId })).then(unmark),
    reprioritise: (jobs) => ask({ kind: "priority", jobs }),
    pausePerson: (person) => ask({ kind: "pause", person }),
  };
  return {
    actions: isAdmin ? actions : null,
    choosePriority: (jobs, priority) =>
      void run(jobs, (jobId) => ({ action: "reprioritise", jobId, priority })).then(unmark),
  };
}
