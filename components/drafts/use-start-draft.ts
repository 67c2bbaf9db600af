"use client";

import { useRouter } from "next/navigation";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { type FirstStep, useCreateDraft } from "@/lib/drafts/mutations";
import type { CreateDraft } from "@/lib/drafts/schema";

/**
 * Makes a draft, asks for its cards, or for ideas first, and goes where they appear; says so when they have to wait.
 * `going` is what is being asked for.
 */
export function useStartDraft() {
  const router = useRouter();
  const problemText = useProblemText();
  const create = useCreateDraft();
  const start = (input: CreateDraft, first: FirstStep = "generate") =>
    create.mutate(
      { input, first },
      {
        onSuccess: ({ draft, refusal }) => {
          if (refusal) toasts.add({ title: problemText(refusal), type: "error" });
          router.push(first === "concepts" ? `/drafts/${draft.id}/ideas` : `/drafts/${draft.id}`);
        },
      },
    );
  const isBusy = create.isPending || create.isSuccess;
  return {
    start,
    error: create.error,
    isBusy,
    isPending: create.isPending,
    going: isBusy ? (create.variables?.first ?? null) : null,
  };
}
