"use client";

import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { useGenerateDraft } from "@/lib/drafts/mutations";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { useCancelJob } from "@/lib/jobs/mutations";
import { lacksSomething } from "./lacking";

/** What is being made of a draft, and what the person who looks at it may ask for. */
export interface DraftWork {
  canEdit: boolean;
  isRunning: boolean;
  isAsking: boolean;
  /** Makes what is missing; null where that is nothing, or not for this person. */
  onMake: (() => void) | null;
  /** Makes what failed, and nothing else. */
  onRetry: (() => void) | null;
  onStop: (() => void) | null;
}

/** Starts and stops the work on a draft; refusals are told. */
export function useDraftWork(draft: Draft, assets: readonly Asset[]): DraftWork {
  const problemText = useProblemText();
  const generate = useGenerateDraft(draft.id);
  const cancel = useCancelJob();
  const isRunning = draft.active_job_id !== null;
  const canEdit = draft.my_role === "owner" || draft.my_role === "editor";
  const canMake = canEdit && !isRunning && lacksSomething(draft, assets);
  const canRetry = canEdit && !isRunning && assets.some(({ error_code }) => error_code !== null);
  const canStop = canEdit && isRunning && (draft.my_role === "owner" || draft.status !== "publishing");
  const handleError = (error: Error) => toasts.add({ title: problemText(error), type: "error" });
  const handleMake = () => generate.mutate({}, { onError: handleError });
  const handleRetry = () => generate.mutate({ only: "failed" }, { onError: handleError });
  const handleStop = () => {
    if (draft.active_job_id) cancel.mutate(draft.active_job_id, { onError: handleError });
  };
  return {
    canEdit,
    isRunning,
    isAsking: generate.isPending || cancel.isPending,
    onMake: canMake ? handleMake : null,
    onRetry: canRetry ? handleRetry : null,
    onStop: canStop ? handleStop : null,
  };
}
