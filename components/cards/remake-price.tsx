"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Plan, preflightOf } from "@/lib/drafts/queries";

/** A price on a button; nothing where it costs nothing. */
export function Price({ credits }: { credits: number }) {
  const t = useTranslations("draftPage");
  if (credits === 0) return null;
  return (
    <span className="flex items-center gap-1 border-current/30 border-l pl-2 font-semibold text-sm">
      <Coins aria-hidden="true" />
      {t("credits", { count: credits })}
    </span>
  );
}

/** What a click will cost, on its button; nothing while that is not known. */
export function RemakePrice({ plan }: { plan: Plan }) {
  const { data } = useQuery(preflightOf(plan));
  if (!data || data.refusal === "nothing_to_do" || data.refusal === "already_running") return null;
  return <Price credits={data.credits.needed} />;
}
