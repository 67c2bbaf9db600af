"use client";

import { CircleCheck, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Ago } from "@/components/jobs/times";
import type { Draft } from "@/lib/drafts/schema";
import { AppealForm } from "./appeal-form";

/** Why nobody sees a universe, what its owner says to it and what was answered; for a week also that it is seen again. */
export function HidingNotice({ draft }: { draft: Draft }) {
  const t = useTranslations("hiding");
  const { hiding } = draft;
  if (!hiding) return null;
  const { reason, appeal, appealed_at, answer, answered_at, ended_at } = hiding;
  if (ended_at)
    return (
      <section role="status" className="flex gap-3 rounded-card bg-leaf-wash p-5 text-leaf-ink">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
        <div className="flex min-w-0 flex-col gap-2">
          <h2 className="font-bold font-sans text-lg">{t("ended")}</h2>
          {answer ? <Words label={t("answer")}>{answer}</Words> : null}
        </div>
      </section>
    );
  return (
    <section aria-labelledby="hiding" className="flex gap-3 rounded-card bg-danger-wash p-5">
      <EyeOff aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <h2 id="hiding" className="font-bold font-sans text-danger text-lg">
            {t("title")}
          </h2>
          <p>{t("text")}</p>
        </div>
        <Words label={t("reason")}>{reason}</Words>
        {appeal ? (
          <Words label={t("appeal")} at={appealed_at}>
            {appeal}
          </Words>
        ) : null}
        {answer ? (
          <Words label={t("answer")} at={answered_at}>
            {answer}
          </Words>
        ) : appeal ? (
          <p role="status" className="font-semibold">
            {t("waiting")}
          </p>
        ) : draft.my_role === "owner" ? (
          <AppealForm draft={draft} />
        ) : null}
      </div>
    </section>
  );
}

interface WordsProps {
  label: string;
  at?: string | null;
  children: ReactNode;
}

/** What somebody wrote. */
function Words({ label, at, children }: WordsProps) {
  return (
    <div className="rounded-2xl bg-surface px-4 py-3 text-ink">
      <p className="flex flex-wrap justify-between gap-x-3 text-ink-soft text-sm">
        <span className="font-semibold">{label}</span>
        {at ? <Ago at={at} /> : null}
      </p>
      <p className="wrap-anywhere">{children}</p>
    </div>
  );
}
