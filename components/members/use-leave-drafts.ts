"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDeleteWithUndo } from "@/components/site/use-delete-with-undo";
import { nameOf } from "@/lib/draft-list/match";
import type { Draft } from "@/lib/drafts/schema";
import { useLeaveDraft } from "@/lib/members/mutations";

/** Leaves the universes of others, with time to think again; `hidden` are those that are being left. */
export function useLeaveDrafts(userId: string) {
  const t = useTranslations("members");
  const locale = useLocale();
  const { mutateAsync } = useLeaveDraft(userId);
  const { hidden, remove } = useDeleteWithUndo({
    remove: mutateAsync,
    words: {
      undo: t("undo"),
      deleted: (name) => t("left", { name }),
      notDeleted: (name) => t("notLeft", { name }),
    },
  });
  return { hidden, leave: (draft: Draft) => remove([{ id: draft.id, name: nameOf(draft, locale) }]) };
}
