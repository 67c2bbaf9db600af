"use client";

import { ArrowRight, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Language } from "@/lib/contract/languages";
import type { Finding } from "@/lib/language-check/finding";
import { SeverityMark } from "./severity-mark";

interface CellFindingsProps {
  findings: readonly Finding[];
  language: Language;
  /** The text without all that can be mended; absent where nothing can, or nobody may. */
  mended: string | undefined;
  /** Whether the mended text is short enough to be shown. */
  isShort: boolean;
  onMend: () => void;
  /** A name that the model was not sure of is right as it is. */
  onConfirm?: (() => void) | undefined;
  /** The keys of a grid reach all that it holds; elsewhere Tab does. */
  isInGrid?: boolean;
}

const action =
  "inline-flex min-h-8 max-w-full items-center gap-1 rounded-lg bg-leaf-wash px-2 py-1 text-left font-bold text-leaf-ink text-sm leading-tight hover:brightness-95 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

/** What is to be looked at in a cell, with its mending at hand. */
export function CellFindings({
  findings,
  language,
  mended,
  isShort,
  onMend,
  onConfirm,
  isInGrid = true,
}: CellFindingsProps) {
  const t = useTranslations("words");
  return (
    <div className="mt-1.5 flex flex-col items-start gap-1.5">
      <ul className="flex flex-col gap-1">
        {findings.map(({ rule, severity }) => (
          <li
            key={rule}
            title={t(`rules.${rule}.text`)}
            className="flex items-start gap-1 font-semibold text-ink-soft text-xs leading-4"
          >
            <SeverityMark severity={severity} />
            {t(`rules.${rule}.name`)}
          </li>
        ))}
      </ul>
      {mended === undefined ? null : (
        <button
          type="button"
          tabIndex={isInGrid ? -1 : undefined}
          aria-label={t("mendTo", { text: mended })}
          title={mended}
          onClick={onMend}
          className={action}
        >
          <ArrowRight aria-hidden="true" />
          {isShort ? (
            <span lang={language} className="wrap-anywhere">
              {mended}
            </span>
          ) : (
            t("mend")
          )}
        </button>
      )}
      {onConfirm ? (
        <button type="button" tabIndex={isInGrid ? -1 : undefined} onClick={onConfirm} className={action}>
          <Check aria-hidden="true" />
          {t("confirm")}
        </button>
      ) : null}
    </div>
  );
}
