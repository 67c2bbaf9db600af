"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Skeleton } from "@/components/ui/skeleton";
import { releaseQuery } from "@/lib/releases/queries";
import { ChangeList } from "./change-list";

/** What a release changed against the one before it. */
export function ReleaseChanges({ draftId, releaseId }: { draftId: string; releaseId: string }) {
  const t = useTranslations("releases");
  const problemText = useProblemText();
  const { data, error } = useQuery(releaseQuery(draftId, releaseId));
  if (error) return <FormError>{problemText(error)}</FormError>;
  if (!data) return <Skeleton className="h-28" />;
  return (
    <div className="flex flex-col gap-3">
      {data.since === null ? null : (
        <p className="text-ink-soft text-sm">{t("since", { number: data.since })}</p>
      )}
      <ChangeList changes={data.changes} isFirst={data.since === null} />
    </div>
  );
}
