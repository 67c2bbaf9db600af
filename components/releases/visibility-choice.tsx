"use client";

import { Globe, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Publish } from "@/lib/releases/schema";

const choices = [
  { visibility: "public", icon: <Globe aria-hidden="true" className="size-7" /> },
  { visibility: "unlisted", icon: <Link2 aria-hidden="true" className="size-7" /> },
] as const;

interface VisibilityChoiceProps {
  value: Publish["visibility"];
  onChange: (visibility: Publish["visibility"]) => void;
  isDisabled: boolean;
}

/** Who may see what is published. */
export function VisibilityChoice({ value, onChange, isDisabled }: VisibilityChoiceProps) {
  const t = useTranslations("publish");
  return (
    <fieldset disabled={isDisabled} className="grid gap-3 xs:grid-cols-2">
      <legend className="sr-only">{t("who")}</legend>
      {choices.map(({ visibility, icon }) => (
        <label
          key={visibility}
          className="flex cursor-pointer items-center gap-x-4 gap-y-2 rounded-3xl border-2 border-line p-4 xs:flex-col xs:items-start has-checked:border-sun has-checked:bg-sun-wash has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
        >
          <input
            type="radio"
            name="visibility"
            checked={visibility === value}
            onChange={() => onChange(visibility)}
            className="sr-only"
          />
          <span className="text-sun-ink">{icon}</span>
          <span className="flex flex-col gap-1">
            <span className="font-bold text-lg leading-tight">{t(`${visibility}.name`)}</span>
            <span className="text-ink-soft text-sm">{t(`${visibility}.text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
