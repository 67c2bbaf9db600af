"use client";

import { ArrowRight, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Finding } from "@/lib/language-check/finding";
import { SeverityMark } from "./severity-mark";

interface CellFindingsProps {
  findings: readonly Finding[];
  canEdit: boolean;
  onFix: (finding: Finding) => void;
  /** A name that the model was not sure of is right as it is. */
  onConfirm: (finding: Finding) => void;
}

const action =
  "inline-flex min-h-8 max-w-full items-center gap-1 rounded-lg bg-leaf-wash px-2 py-1 text-left font-bold text-leaf-ink text-sm leading-tight hover:brightness-95 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

/** What is to be looked at in a cell, each with its mending at hand. */
export function CellFindings({ findings, canEdit, onFix, onConfirm }: CellFindingsProps) {
  const t = useTranslations("words");
  return (
    <ul className="mt-1.5 flex flex-col gap-1.5">
      {findings.map((finding) => {
        const { rule, severity, fix, field, language } = finding;
        return (
          <li key={rule} className="flex flex-col items-start gap-1">
            <span
              title={t(`rules.${rule}.text`)}
              className="flex items-start gap-1 font-semibold text-ink-soft text-xs leading-4"
            >
              <SeverityMark severity={severity} />
              {t(`rules.${rule}.name`)}
            </span>
            {canEdit && fix !== undefined ? (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t("mendTo", { text: fix })}
                title={fix}
                onClick={() => onFix(finding)}
                className={action}
              >
                <ArrowRight aria-hidden="true" />
                <span lang={field === "name" ? language : undefined} className="wrap-anywhere">
                  {field === "name" ? fix : t("mend")}
                </span>
              </button>
            ) : null}
            {canEdit && rule === "needs_review" ? (
              <button type="button" tabIndex={-1} onClick={() => onConfirm(finding)} className={action}>
                <Check aria-hidden="true" />
                {t("confirm")}
              </button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
