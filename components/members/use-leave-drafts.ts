"use client";

import { useLocale, useTranslations } from "next-intl";
import { nameOf } from "@/lib/draft-list/match";
import type { Draft } from "@/lib/drafts/schema";
import { useLeaveDraft } from "@/lib/members/mutations";
import { useUndoable } from "./use-undoable";

/** Leaves the universes of others, with time to think again; `hidden` are those that are being left. */
export function useLeaveDrafts(userId: string) {
  const t = useTranslations("members");
  const locale = useLocale();
  const { mutateAsync } = useLeaveDraft(userId);
  const { hidden, end } = useUndoable();
  const leave = (draft: Draft) => {
    const name = nameOf(draft, locale);
    end({
      id: draft.id,
      title: t("left", { name }),
      failure: t("notLeft", { name }),
      run: () => mutateAsync(draft.id),
    });
  };
  return { hidden, leave };
}
