"use client";

import { useTranslations } from "next-intl";
import { type WordField, wordFields } from "@/lib/language-check/finding";

interface FieldChoiceProps {
  chosen: WordField;
  /** How much there is to look at in each. */
  counts: Record<WordField, number>;
  onChange: (field: WordField) => void;
}

/** What of the cards the table shows. */
export function FieldChoice({ chosen, counts, onChange }: FieldChoiceProps) {
  const t = useTranslations("words");
  return (
    <fieldset>
      <legend className="sr-only">{t("field")}</legend>
      <div className="flex flex-wrap gap-2">
        {wordFields.map((field) => (
          <label
            key={field}
            className="flex h-11 cursor-pointer items-center gap-1.5 rounded-full border border-line-strong px-3 font-semibold max-sm:text-sm sm:gap-2 sm:px-4 has-checked:border-berry has-checked:bg-berry-wash has-checked:text-berry has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              name="word-field"
              checked={chosen === field}
              onChange={() => onChange(field)}
              className="sr-only"
            />
            {t(`fields.${field}`)}
            {counts[field] > 0 ? (
              <span className="grid h-6 min-w-6 place-items-center rounded-full bg-sun-wash px-1.5 font-bold text-sm text-sun-ink">
                <span aria-hidden="true">{counts[field]}</span>
                <span className="sr-only">{t("check.count", { count: counts[field] })}</span>
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
