"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toasts } from "@/components/ui/toast";
import { draftKeys } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/schema";

/** Goes back to my universes once this one was deleted, or is not shared with me any more, and says which. */
export function useLeaveWhenGone({ id, my_role }: Pick<Draft, "id" | "my_role">): void {
  const t = useTranslations("invitation");
  const router = useRouter();
  const client = useQueryClient();
  const isGone = my_role === null;
  const leave = useEffectEvent(() => {
    toasts.add({ title: t(client.getQueryData(draftKeys.deleted(id)) ? "deleted" : "gone"), type: "info" });
    router.replace("/drafts");
  });
  // Talks to the router.
  useEffect(() => {
    if (isGone) leave();
  }, [isGone]);
}
