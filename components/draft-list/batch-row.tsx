"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Thumbnail } from "@/components/drafts/thumbnail";
import { useProblemText } from "@/components/site/use-problem-text";
import { Skeleton } from "@/components/ui/skeleton";
import type { ErrorCode } from "@/lib/contract/errors";
import { nameOf } from "@/lib/draft-list/match";
import type { Draft } from "@/lib/drafts/schema";
import { Problem } from "@/lib/problem";

/** What is known of one draft of a batch: nothing yet, what it takes, that it started, or why it does not. */
export interface BatchState {
  credits?: number;
  isOwn?: boolean;
  isStarted?: boolean;
  refusal?: { code: ErrorCode; retry_at?: string | null };
}

export function BatchRow({ draft, state }: { draft: Draft; state: BatchState }) {
  const name = nameOf(draft, useLocale());
  return (
    <li className="flex min-h-14 items-center gap-3">
      <Thumbnail url={draft.thumbnail_url} theme={draft.theme} className="size-11 shrink-0 rounded-xl" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-bold">{name}</span>
        <What {...state} />
      </span>
    </li>
  );
}

function What({ credits, isOwn, isStarted, refusal }: BatchState) {
  const t = useTranslations("draftList.batch");
  const problemText = useProblemText();
  const line =
    "flex items-start gap-1.5 text-sm font-semibold [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0";
  if (isStarted)
    return (
      <span className={`${line} text-leaf-ink`}>
        <CircleCheck aria-hidden="true" />
        {t("isStarted")}
      </span>
    );
  if (refusal)
    return (
      <span className={`${line} text-ink-soft`}>
        <CircleAlert aria-hidden="true" className="text-sun-ink" />
        {problemText(new Problem(refusal.code, [], { retryAt: refusal.retry_at ?? null }))}
      </span>
    );
  if (credits === undefined) return <Skeleton className="mt-1 h-4 w-32" />;
  return (
    <span className={`${line} text-ink-soft`}>
      {t(isOwn === false ? "creditsOfOwner" : "credits", { count: credits })}
    </span>
  );
}
