"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Lightbulb, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { cachedCards } from "@/lib/cards/cached-cards";
import { useRequestConcepts } from "@/lib/cards/mutations";
import { mostCards } from "@/lib/cards/schema";
import { draftJobQuery, draftKeys } from "@/lib/drafts/queries";
import type { Asset, Draft } from "@/lib/drafts/schema";
import { readAnew } from "@/lib/read-anew";

/** How many more ideas one press brings. */
export const moreIdeas = 5;

interface IdeaSearchProps {
  draft: Draft;
  cards: Asset[];
  isSearching: boolean;
  /** Called with what a search has brought, besides the first ideas. */
  onFound: (cards: Asset[]) => void;
}

/** Has ideas found: the first ones, or more of them; says when none came. */
export function IdeaSearch({ draft, cards, isSearching, onFound }: IdeaSearchProps) {
  const t = useTranslations("ideas");
  const problemText = useProblemText();
  const client = useQueryClient();
  const request = useRequestConcepts(draft.id);
  const isRunning = draft.active_job_id !== null;
  const [jobId, setJobId] = useState(draft.active_job_id);
  if (draft.active_job_id !== null && draft.active_job_id !== jobId) setJobId(draft.active_job_id);
  const status = useQuery(draftJobQuery(draft.id, jobId)).data?.status;
  const last = draft.last_request;
  // Also of a search that somebody else began, or that ended before this page was opened.
  const hasFailed =
    !isRunning && (status === "failed" || (last?.kind === "ideas" && last.status === "failed"));
  const isFirst = cards.length === 0;
  const count = Math.min(isFirst ? draft.count : moreIdeas, mostCards - cards.length);
  /** The cards that were there when more were asked for; null when nobody asked. */
  const before = useRef<ReadonlySet<string> | null>(null);
  const handleSearch = () => {
    if (isRunning || request.isPending) return;
    before.current = isFirst ? null : new Set(cards.map(({ id }) => id));
    request.mutate({ count }, { onSuccess: (job) => setJobId(job.jobId) });
  };
  const handleEnd = useEffectEvent(async (isCompleted: boolean) => {
    const known = before.current;
    before.current = null;
    if (!known || !isCompleted) return;
    // That it has ended may be heard before the last of its ideas.
    await readAnew(client, draftKeys.assets(draft.id));
    onFound(cachedCards(client, draft.id).filter(({ id }) => !known.has(id)));
  });
  // The database tells when the search has ended.
  useEffect(() => {
    if (status === "completed" || status === "failed" || status === "cancelled")
      void handleEnd(status === "completed");
  }, [status]);
  return (
    <div className="flex flex-col items-start gap-3">
      {request.error ? <FormError>{problemText(request.error)}</FormError> : null}
      {hasFailed && !request.error ? <FormError>{t("none")}</FormError> : null}
      {count > 0 ? (
        <Button
          variant={isFirst ? "primary" : "secondary"}
          busy={isSearching || request.isPending}
          onClick={handleSearch}
        >
          {isSearching ? (
            <LoaderCircle aria-hidden="true" className="animate-spin" />
          ) : (
            <Lightbulb aria-hidden="true" />
          )}
          {isSearching ? t("searching") : isFirst ? t("first", { count }) : t("more", { count })}
        </Button>
      ) : (
        <p className="text-ink-soft">{t("full", { count: mostCards })}</p>
      )}
    </div>
  );
}
