"use client";

import { useTranslations } from "next-intl";

interface CountSliderProps {
  count: number;
  onChange: (count: number) => void;
}

/** 1 to 30 cards. */
export function CountSlider({ count, onChange }: CountSliderProps) {
  const t = useTranslations("newDraft");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="card-count" className="font-bold">
        {t("count")}
      </label>
      <div className="flex h-12 items-center gap-4">
        <input
          id="card-count"
          name="count"
          type="range"
          min={1}
          max={30}
          value={count}
          aria-valuetext={t("countValue", { count })}
          onChange={(event) => onChange(event.target.valueAsNumber)}
          className="slider h-11 min-w-0 flex-1"
        />
        <output htmlFor="card-count" className="w-10 text-right font-bold font-display text-3xl tabular-nums">
          {count}
        </output>
      </div>
    </div>
  );
}
