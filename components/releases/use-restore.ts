"use client";

import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { useRestoreRelease } from "@/lib/releases/mutations";
import type { Release } from "@/lib/releases/schema";

/** Brings a release back at once, with the way back to the one that was shown. */
export function useRestore(draftId: string) {
  const t = useTranslations("releases");
  const problemText = useProblemText();
  const { mutate, isPending, variables } = useRestoreRelease(draftId);
  const complain = (error: Error) => toasts.add({ title: problemText(error), type: "error" });

  const restore = (release: Release, live: Release | undefined) => {
    if (isPending) return;
    mutate(release.id, {
      onError: complain,
      onSuccess: () => {
        const toastId = toasts.add({
          title: t("restored", { number: release.number }),
          type: "success",
          ...(live
            ? {
                actionProps: {
                  children: t("undo"),
                  onClick: () => {
                    toasts.close(toastId);
                    mutate(live.id, { onError: complain });
                  },
                },
              }
            : {}),
        });
      },
    });
  };
  return { restore, restoringId: isPending ? variables : null };
}
