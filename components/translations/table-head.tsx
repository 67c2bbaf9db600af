"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import type { Language } from "@/lib/contract/languages";

interface TableHeadProps {
  languages: readonly Language[];
  phoneLanguage: Language;
  /** Sentences need more room than names. */
  isWide: boolean;
  onMark: (column: number) => void;
}

/** The languages; each marks its column. */
export function TableHead({ languages, phoneLanguage, isWide, onMark }: TableHeadProps) {
  const t = useTranslations("words");
  const tLanguages = useTranslations("account.languages");
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th
          scope="col"
          aria-colindex={1}
          className="w-24 p-3 text-left font-bold text-ink-soft text-sm sm:sticky sm:left-0 sm:z-10 sm:bg-surface lg:w-44"
        >
          {t("card")}
        </th>
        {languages.map((language, column) => (
          <th
            key={language}
            scope="col"
            aria-colindex={column + 2}
            className={cn(
              "border-line border-l p-0",
              languages.length > 1 && isWide && "sm:w-52",
              languages.length > 1 && language !== phoneLanguage && "max-sm:hidden",
            )}
          >
            <button
              type="button"
              title={t("markColumn")}
              onClick={() => onMark(column)}
              className="flex min-h-12 w-full items-center px-2.5 text-left font-bold text-base hover:bg-sunken"
            >
              <span lang={language}>{tLanguages(language)}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}
