"use client";

import { Eye, Hand, Shapes } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RoomMode, roomModes } from "@/lib/class/schema";

const signs = { led: Hand, eyes: Eye, free: Shapes };
const keys = { led: "l", eyes: "e", free: "f" };

interface ModeChoiceProps {
  mode: RoomMode;
  onChange: (mode: RoomMode) => void;
}

/** What all screens do: three big buttons, of which one is down. */
export function ModeChoice({ mode, onChange }: ModeChoiceProps) {
  const t = useTranslations("class.lead");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("mode")}</legend>
      <div className="grid grid-cols-3 gap-2">
        {roomModes.map((one) => {
          const Sign = signs[one];
          return (
            <button
              key={one}
              type="button"
              aria-pressed={one === mode}
              aria-keyshortcuts={keys[one]}
              onClick={() => onChange(one)}
              className="flex min-h-18 flex-col items-center justify-center gap-1 rounded-2xl border-2 border-line bg-surface px-1 py-2 text-center font-bold text-sm leading-tight shadow-[0_3px_0_var(--line)] aria-pressed:translate-y-[3px] aria-pressed:border-berry aria-pressed:bg-berry aria-pressed:text-on-berry aria-pressed:shadow-none sm:text-base"
            >
              <Sign aria-hidden="true" className="size-7" />
              {t(`modes.${one}`)}
            </button>
          );
        })}
      </div>
      <p className="text-center text-ink-soft text-sm">{t(`hints.${mode}`)}</p>
    </fieldset>
  );
}
