"use client";

import { useTranslations } from "next-intl";
import type { Language } from "@/lib/contract/languages";

interface PasteStartProps {
  languages: readonly Language[];
  column: number;
  onChange: (column: number) => void;
}

/** The language that a list without a heading is in. */
export function PasteStart({ languages, column, onChange }: PasteStartProps) {
  const t = useTranslations("words.paste");
  const tLanguages = useTranslations("account.languages");
  return (
    <fieldset>
      <legend className="mb-1.5 font-bold">{t("start")}</legend>
      <div className="flex flex-wrap gap-2">
        {languages.map((language, at) => (
          <label
            key={language}
            className="grid h-11 cursor-pointer place-items-center rounded-full border border-line-strong px-4 font-semibold has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              name="paste-language"
              checked={column === at}
              onChange={() => onChange(at)}
              className="sr-only"
            />
            <span lang={language}>{tLanguages(language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
