"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import type { Language } from "@/lib/contract/languages";
import { useLoadDrafts } from "@/lib/draft-list/mutations";
import type { DraftView } from "@/lib/draft-list/view";

interface MoreDraftsProps {
  view: DraftView;
  language: Language;
  /** How many there are that are not shown. */
  left: number;
}

/** What comes after is loaded when one scrolls near the end, or by the button. */
export function MoreDrafts({ view, language, left }: MoreDraftsProps) {
  const t = useTranslations("draftList");
  const problemText = useProblemText();
  const load = useLoadDrafts(view, language);
  const button = useRef<HTMLButtonElement>(null);
  const handleNear = useEffectEvent(() => {
    // After a failure it is the person who tries again.
    if (!load.isPending && !load.isError) load.mutate();
  });

  // Asks the browser when the end of the list comes near; anew after each page, which may leave it near.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end is somewhere else once more is shown
  useEffect(() => {
    const element = button.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && handleNear(), {
      rootMargin: "800px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [left]);

  return (
    <div className="mt-8 flex flex-col items-center gap-3">
      {load.error ? <FormError>{problemText(load.error)}</FormError> : null}
      <Button ref={button} variant="secondary" busy={load.isPending} onClick={() => load.mutate()}>
        {t("showMore", { count: left })}
      </Button>
    </div>
  );
}
