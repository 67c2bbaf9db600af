"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Draft } from "@/lib/drafts/schema";
import { releaseListQuery, releaseStep } from "@/lib/releases/queries";
import { isHiddenNow } from "@/lib/reports/hiding";
import { ReleaseItem } from "./release-item";
import { useRestore } from "./use-restore";

/** Every release, newest first; any of them can be had back. */
export function ReleaseList({ draft }: { draft: Draft }) {
  const t = useTranslations("releases");
  const problemText = useProblemText();
  const [limit, setLimit] = useState(releaseStep);
  const { data, error, isFetching } = useQuery(releaseListQuery(draft.id, draft.release, limit));
  const { restore, restoringId } = useRestore(draft.id);
  if (!data) return error ? <FormError>{problemText(error)}</FormError> : <Skeleton className="h-40" />;
  if (data.total === 0) return <NoRelease />;
  const live = data.items.find(({ is_live }) => is_live);
  const isShown = draft.visibility !== "private" && !isHiddenNow(draft);
  const canRestore = draft.my_role === "owner" && draft.status !== "publishing";
  return (
    <section aria-labelledby="releases" className="flex flex-col gap-3">
      <h2 id="releases" className="text-2xl">
        {t("all", { count: data.total })}
      </h2>
      <ol className="flex flex-col gap-3">
        {data.items.map((release) => (
          <ReleaseItem
            key={release.id}
            draftId={draft.id}
            theme={draft.theme}
            isShown={isShown}
            release={release}
            isBusy={restoringId === release.id}
            onRestore={canRestore && !release.is_live ? () => restore(release, live) : null}
          />
        ))}
      </ol>
      {data.items.length < data.total ? (
        <Button
          variant="secondary"
          className="self-center"
          busy={isFetching}
          onClick={() => setLimit((before) => Math.min(before + releaseStep, 100))}
        >
          {t("more")}
        </Button>
      ) : null}
    </section>
  );
}

function NoRelease() {
  const t = useTranslations("releases");
  return (
    <section className="flex flex-col items-center gap-3 rounded-card bg-surface px-6 py-12 text-center shadow-card">
      <Send aria-hidden="true" className="size-10 text-ink-soft" />
      <h2 className="text-xl">{t("none")}</h2>
      <p className="max-w-md text-ink-soft">{t("noneText")}</p>
    </section>
  );
}
