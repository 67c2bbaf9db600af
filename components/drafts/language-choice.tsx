"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { languages } from "@/lib/contract/languages";

interface LanguageChoiceProps {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** At least one of the five languages. */
export function LanguageChoice({ chosen, onChange }: LanguageChoiceProps) {
  const t = useTranslations("newDraft");
  const tAccount = useTranslations("account.languages");
  const handleToggle = (code: string, isOn: boolean) => {
    const next = isOn ? [...chosen, code] : chosen.filter((other) => other !== code);
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset className="flex flex-col gap-1.5 md:col-span-2">
      <legend className="mb-1.5 font-bold">{t("languages")}</legend>
      <div className="flex flex-wrap gap-2">
        {languages.map((code) => (
          <label
            key={code}
            className="group flex h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-4 font-semibold has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) => handleToggle(code, event.target.checked)}
              className="sr-only"
            />
            <Check aria-hidden="true" className="hidden size-4 group-has-checked:block" />
            <span lang={code}>{tAccount(code)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
