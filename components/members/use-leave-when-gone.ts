"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { toasts } from "@/components/ui/toast";

/** Goes back to my universes once this one is not shared with me any more. */
export function useLeaveWhenGone(isGone: boolean): void {
  const t = useTranslations("invitation");
  const router = useRouter();
  const leave = useEffectEvent(() => {
    toasts.add({ title: t("gone"), type: "info" });
    router.replace("/drafts");
  });
  // Talks to the router.
  useEffect(() => {
    if (isGone) leave();
  }, [isGone]);
}
