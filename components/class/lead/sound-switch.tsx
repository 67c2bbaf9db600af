"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";

/** Whether the screens that follow say the names; thirty of them at once are a choir. */
export function SoundSwitch({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const t = useTranslations("class.lead");
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="flex-1 cursor-pointer">
        <span className="block font-bold">{t("sound")}</span>
        <span className="block text-ink-soft text-sm leading-snug">{t("soundHint")}</span>
      </label>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-8 w-14 shrink-0 cursor-pointer appearance-none rounded-full bg-line-strong transition-colors before:absolute before:top-1 before:left-1 before:size-6 before:rounded-full before:bg-white before:transition-transform checked:bg-leaf checked:before:translate-x-6"
      />
    </div>
  );
}
