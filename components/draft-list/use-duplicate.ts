"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { toasts } from "@/components/ui/toast";
import { nameOf } from "@/lib/draft-list/match";
import { useDuplicateDraft } from "@/lib/draft-list/mutations";
import type { Draft } from "@/lib/drafts/schema";

/** Copies a draft and offers to open the copy. */
export function useDuplicate(): (draft: Draft) => void {
  const t = useTranslations("draftList");
  const locale = useLocale();
  const router = useRouter();
  const problemText = useProblemText();
  const { mutateAsync } = useDuplicateDraft();
  return (draft) => {
    mutateAsync(draft.id).then(
      (copy) => {
        const toastId = toasts.add({
          title: t("duplicated", { name: nameOf(copy, locale) }),
          type: "success",
          actionProps: {
            children: t("open"),
            onClick: () => {
              toasts.close(toastId);
              router.push(`/drafts/${copy.id}`);
            },
          },
        });
      },
      (error: unknown) =>
        toasts.add({
          title: t("notDuplicated", { name: nameOf(draft, locale) }),
          description: problemText(error),
          type: "error",
        }),
    );
  };
}
