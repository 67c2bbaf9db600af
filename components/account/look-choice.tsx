"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { themeIcons } from "@/components/site/account-menu";
import { useLanguage, useTheme } from "@/components/site/use-look";
import { type Theme, themes } from "@/lib/account/preferences";
import { languages } from "@/lib/contract/languages";

interface ChoiceProps<Value extends string> {
  name: string;
  legend: string;
  values: readonly Value[];
  chosen: Value;
  onChange: (value: Value) => void;
  label: (value: Value) => ReactNode;
}

function Choice<Value extends string>({ name, legend, values, chosen, onChange, label }: ChoiceProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {values.map((value) => (
          <label
            key={value}
            className="flex h-11 cursor-pointer items-center gap-2 rounded-full border border-line-strong px-4 font-semibold has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3 [&_svg]:size-5"
          >
            <input
              type="radio"
              name={name}
              checked={value === chosen}
              onChange={() => onChange(value)}
              className="sr-only"
            />
            {label(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The language and the look of the pages; both count at once. */
export function LookChoice({ userId, theme: stored }: { userId: string; theme: Theme }) {
  const t = useTranslations("account");
  const [language, chooseLanguage] = useLanguage(userId);
  const [theme, chooseTheme] = useTheme(stored);
  return (
    <>
      <Choice
        name="language"
        legend={t("language")}
        values={languages}
        chosen={language}
        onChange={chooseLanguage}
        label={(code) => <span lang={code}>{t(`languages.${code}`)}</span>}
      />
      <Choice
        name="look"
        legend={t("look")}
        values={themes}
        chosen={theme}
        onChange={chooseTheme}
        label={(name) => (
          <>
            {themeIcons[name]}
            {t(`looks.${name}`)}
          </>
        )}
      />
    </>
  );
}
