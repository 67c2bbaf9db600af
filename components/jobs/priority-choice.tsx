"use client";

import { useTranslations } from "next-intl";

const priorities = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

interface PriorityChoiceProps {
  value: number | null;
  onChange: (priority: number) => void;
}

/** Ten steps, the first one to the left. */
export function PriorityChoice({ value, onChange }: PriorityChoiceProps) {
  const t = useTranslations("admin.priority");
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{t("label")}</legend>
      <div className="grid grid-cols-5 gap-2 sm:grid-cols-10">
        {priorities.map((priority) => (
          <label
            key={priority}
            className="grid h-11 cursor-pointer place-items-center rounded-xl border border-line-strong font-bold tabular-nums hover:bg-sunken has-checked:border-berry has-checked:bg-berry has-checked:text-on-berry has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="priority"
              value={priority}
              checked={priority === value}
              onChange={() => onChange(priority)}
              className="sr-only"
            />
            {priority}
          </label>
        ))}
      </div>
      <p className="mt-2 flex justify-between text-ink-soft text-sm">
        <span>{t("first")}</span>
        <span>{t("last")}</span>
      </p>
    </fieldset>
  );
}
