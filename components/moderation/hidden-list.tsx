"use client";

import { useQuery } from "@tanstack/react-query";
import { Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { hiddenListQuery } from "@/lib/reports/queries";
import { type Decision, DecisionDialog, type Question } from "./decision-dialog";
import { HiddenItem } from "./hidden-item";
import { PagesNav } from "./pages-nav";
import { ReviewPanel } from "./review-panel";
import { Nothing, StaffPage } from "./staff-page";
import { useLineKeys } from "./use-line-keys";
import { lookAt, useStaffView } from "./use-staff-view";

/** What is hidden and what its owners say to it, for admins to answer; support reads along. */
export function HiddenList({ isAdmin }: { isAdmin: boolean }) {
  const t = useTranslations("staff");
  const view = useStaffView();
  const { data, error } = useQuery(hiddenListQuery(view));
  const [question, setQuestion] = useState<Question | null>(null);
  const items = data?.items ?? [];
  const ask = (decision: Decision, id: string) => {
    const universe = items.find((item) => item.id === id);
    const waits = universe?.appeal && !universe.answered_at;
    if (!universe || (decision === "refuse" && !waits)) return;
    setQuestion({ decision, slug: universe.slug, name: universe.name });
  };
  useLineKeys(isAdmin ? { h: (id) => ask("unhide", id), r: (id) => ask("refuse", id) } : {});
  return (
    <StaffPage
      title={t("hidden.title")}
      text={t(isAdmin ? "hidden.text" : "readOnly")}
      filters={
        data?.waiting ? (
          <p className="font-bold text-sun-ink">{t("hidden.waiting", { count: data.waiting })}</p>
        ) : null
      }
      isRead={data !== undefined}
      error={error}
    >
      {items.length === 0 ? (
        <Nothing icon={<Sun aria-hidden="true" />} title={t("hidden.none")} text={t("hidden.noneText")} />
      ) : (
        <ul className="flex flex-col gap-3">
          {items.map((universe) => (
            <HiddenItem
              key={universe.id}
              universe={universe}
              onLook={() => lookAt({ slug: universe.slug, release: null })}
              onAsk={isAdmin ? (decision) => ask(decision, universe.id) : null}
            />
          ))}
        </ul>
      )}
      <PagesNav page={view.page} total={data?.total ?? 0} />
      <ReviewPanel look={view.look} />
      {question ? <DecisionDialog question={question} onClose={() => setQuestion(null)} /> : null}
    </StaffPage>
  );
}
