"use client";

import { useRouter } from "next/navigation";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { useCreateDraft } from "@/lib/drafts/mutations";
import type { CreateDraft } from "@/lib/drafts/schema";

/** Makes a draft, asks for its cards and goes there, if the component is still there; says so when the cards have to wait. */
export function useStartDraft() {
  const router = useRouter();
  const problemText = useProblemText();
  const create = useCreateDraft();
  const start = (input: CreateDraft) =>
    create.mutate(input, {
      onSuccess: ({ draft, refusal }) => {
        if (refusal) toasts.add({ title: problemText(refusal), type: "error" });
        router.push(`/drafts/${draft.id}`);
      },
    });
  return {
    start,
    error: create.error,
    isPending: create.isPending,
    isBusy: create.isPending || create.isSuccess,
  };
}
