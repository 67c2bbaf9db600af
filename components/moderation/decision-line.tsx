"use client";

import { useTranslations } from "next-intl";
import { Ago } from "@/components/jobs/times";
import type { AuditEntry } from "@/lib/reports/schema";
import { showLines } from "./use-staff-view";

const actions = [
  "publish",
  "restore",
  "visibility",
  "address",
  "hide",
  "unhide",
  "appeal",
  "refuse_appeal",
  "dismiss_report",
] as const;

/** What of an entry is said in words of its own: a reason, an objection, an answer. */
const wordKeys = ["reason", "appeal", "answer"] as const;

const text = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** One decision: who, when, what, and in which words. */
export function DecisionLine({ entry, isAlone }: { entry: AuditEntry; isAlone: boolean }) {
  const t = useTranslations("staff.decisions");
  const tStaff = useTranslations("staff");
  const { data, universe_id } = entry;
  const action = actions.find((known) => known === entry.action);
  const visibility = (value: unknown) =>
    value === "public" || value === "unlisted" || value === "private"
      ? tStaff(`visibility.${value}`)
      : text(value);
  const isVisibility = action === "visibility";
  const words = action === "dismiss_report" ? [] : wordKeys.map((key) => text(data[key])).filter(Boolean);
  return (
    <li className="flex flex-col gap-1 py-3.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-bold">
          {action
            ? t(`actions.${action}`, {
                release: text(data.release),
                from: isVisibility ? visibility(data.from) : text(data.from),
                to: isVisibility ? visibility(data.to) : text(data.to),
              })
            : entry.action}
        </span>
        <span className="text-ink-soft text-sm">
          <Ago at={entry.created_at} />
        </span>
      </p>
      <p className="wrap-anywhere text-ink-soft text-sm">
        {isAlone ? null : (
          <>
            {universe_id && entry.name ? (
              <button
                type="button"
                className="inline-flex min-h-6 font-semibold text-ink underline underline-offset-4"
                onClick={() => showLines({ universeId: universe_id })}
              >
                {entry.name}
              </button>
            ) : (
              t("goneUniverse")
            )}
            {" · "}
          </>
        )}
        {entry.actor_email ?? tStaff("gone")}
      </p>
      {words.map((said) => (
        <blockquote key={said} className="wrap-anywhere border-line border-l-4 pl-3">
          {said}
        </blockquote>
      ))}
    </li>
  );
}
