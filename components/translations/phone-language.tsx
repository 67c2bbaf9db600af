"use client";

import { useTranslations } from "next-intl";
import type { Language } from "@/lib/contract/languages";

interface PhoneLanguageProps {
  languages: readonly Language[];
  chosen: Language;
  onChange: (language: Language) => void;
}

/** The language that a phone has room for. */
export function PhoneLanguage({ languages, chosen, onChange }: PhoneLanguageProps) {
  const t = useTranslations("words");
  const tLanguages = useTranslations("account.languages");
  return (
    <fieldset className="sm:hidden">
      <legend className="sr-only">{t("language")}</legend>
      <div className="grid auto-cols-fr grid-flow-col rounded-2xl bg-sunken p-1">
        {languages.map((language) => (
          <label
            key={language}
            title={tLanguages(language)}
            className="grid h-11 cursor-pointer place-items-center rounded-xl font-bold has-checked:bg-surface has-checked:shadow-card has-focus-visible:outline-3 has-focus-visible:outline-sea"
          >
            <input
              type="radio"
              name="phone-language"
              checked={chosen === language}
              onChange={() => onChange(language)}
              className="sr-only"
            />
            <span aria-hidden="true">{language.toUpperCase()}</span>
            <span className="sr-only">{tLanguages(language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
