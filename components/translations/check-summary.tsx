"use client";

import { Search, Sparkles, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { type Finding, type Rule, rules, severities } from "@/lib/language-check/finding";
import { SeverityMark } from "./severity-mark";

interface CheckSummaryProps {
  findings: readonly Finding[];
  canEdit: boolean;
  /** How many places mending everything would change. */
  mendable: number;
  onMend: (findings: readonly Finding[]) => void;
  onMendAll: () => void;
  /** Goes to the next place with it. */
  onShow: (rule: Rule) => void;
}

/** So many kinds leave room for the table on a phone. */
const fewest = 4;

/** What the check found, kind by kind, with what can be mended at once. */
export function CheckSummary({ findings, canEdit, mendable, onMend, onMendAll, onShow }: CheckSummaryProps) {
  const t = useTranslations("words");
  const [isWhole, setIsWhole] = useState(false);
  const groups = Map.groupBy(findings, ({ rule }) => rule);
  const found = rules.flatMap((rule) => {
    const group = groups.get(rule);
    return group ? [{ rule, group, severity: worstOf(group) }] : [];
  });
  if (found.length === 0)
    return (
      <p className="flex items-center gap-2 rounded-card bg-leaf-wash px-4 py-3 font-semibold text-leaf-ink">
        <Sparkles aria-hidden="true" className="size-5 shrink-0" />
        {t("check.none")}
      </p>
    );
  return (
    <section aria-labelledby="check-title" className="rounded-card bg-surface p-3 shadow-card sm:p-4">
      <div className="flex flex-wrap items-center justify-between gap-2 px-1">
        <h2 id="check-title" className="text-xl">
          {t("check.title", { count: findings.length })}
        </h2>
        {canEdit && mendable > 1 ? (
          <Button variant="secondary" onClick={onMendAll}>
            <WandSparkles aria-hidden="true" />
            {t("check.mendAll", { count: mendable })}
          </Button>
        ) : null}
      </div>
      <ul className="mt-2 grid gap-x-4 sm:grid-cols-2">
        {found.map(({ rule, group, severity }, at) => {
          const mendings = group.filter(({ fix }) => fix !== undefined).length;
          return (
            <li
              key={rule}
              className={cn(
                "flex min-h-12 items-center gap-1 border-line border-t",
                at >= fewest && !isWhole && "max-sm:hidden",
              )}
            >
              <button
                type="button"
                onClick={() => onShow(rule)}
                title={t(`rules.${rule}.text`)}
                className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-xl px-2 text-left hover:bg-sunken"
              >
                <SeverityMark severity={severity} className="size-5" />
                <span className="min-w-0 hyphens-auto wrap-break-word font-semibold leading-tight">
                  {t(`rules.${rule}.name`)}
                </span>
                <span className="font-bold text-ink-soft">{group.length}</span>
                <Search aria-hidden="true" className="ml-auto size-4 shrink-0 text-ink-soft max-sm:hidden" />
              </button>
              {canEdit && mendings > 0 ? (
                <Button
                  variant="quiet"
                  title={t("check.mend", { count: mendings })}
                  className="px-3 text-leaf-ink max-lg:w-11 max-lg:p-0"
                  onClick={() => onMend(group)}
                >
                  <WandSparkles aria-hidden="true" />
                  <span className="max-lg:sr-only">{t("check.mend", { count: mendings })}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {found.length > fewest && !isWhole ? (
        <Button variant="quiet" className="w-full sm:hidden" onClick={() => setIsWhole(true)}>
          {t("check.more", { count: found.length })}
        </Button>
      ) : null}
    </section>
  );
}

function worstOf(findings: readonly Finding[]) {
  return severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? "hint";
}
