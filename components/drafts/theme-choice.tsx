"use client";

import { CircleAlert, Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { SpokenTheme } from "@/components/ideas/spoken-theme";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import { isShippedTheme, shippedThemes, themePicture } from "./theme";

interface ThemeChoiceProps {
  theme: string;
  onChange: (theme: string) => void;
  /** What is wrong with it, in words. */
  problem: string | null;
  ownRef: RefObject<HTMLInputElement | null>;
}

/** Six pictures to tap, or an idea of one's own, typed or spoken. */
export function ThemeChoice({ theme, onChange, problem, ownRef }: ThemeChoiceProps) {
  const t = useTranslations("newDraft");
  const tTheme = useTranslations("themes");
  const own = isShippedTheme(theme) ? "" : theme;
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-4 font-bold font-display text-2xl">{t("theme")}</legend>
      <div className="grid grid-cols-3 gap-3 sm:gap-4 lg:grid-cols-6">
        {shippedThemes.map((name) => (
          <label
            key={name}
            className="group relative flex cursor-pointer flex-col gap-2 rounded-card bg-surface p-2 text-center shadow-card transition-transform duration-200 has-checked:-translate-y-1 has-checked:bg-sun-wash has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3 has-checked:ring-4 has-checked:ring-sun"
          >
            <input
              type="radio"
              name="theme"
              value={name}
              checked={theme === name}
              onChange={() => onChange(name)}
              className="sr-only"
            />
            <Picture
              src={themePicture(name)}
              alt=""
              width={512}
              height={512}
              className="aspect-square rounded-2xl"
            />
            <span className="px-0.5 pb-1 font-bold text-sm leading-tight sm:text-base">{tTheme(name)}</span>
          </label>
        ))}
      </div>
      <div className="flex flex-col gap-1.5">
        <label htmlFor="own-theme" className="font-bold">
          {t("ownTheme")}
        </label>
        <div className="flex flex-wrap items-start gap-2">
          <div className="relative min-w-0 flex-1 basis-48">
            <Lightbulb
              aria-hidden="true"
              className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-sun-ink"
            />
            <input
              id="own-theme"
              ref={ownRef}
              value={own}
              maxLength={100}
              autoComplete="off"
              placeholder={t("ownThemeExample")}
              aria-invalid={problem !== null}
              aria-describedby={problem ? "own-theme-problem" : "own-theme-hint"}
              onChange={(event) => onChange(event.target.value)}
              className={cn(
                "h-12 w-full rounded-2xl border border-line-strong bg-surface pr-4 pl-12 placeholder:text-ink-soft/80 focus-visible:outline-offset-1",
                own && "border-sun ring-3 ring-sun",
                problem && "border-danger",
              )}
            />
          </div>
          <SpokenTheme onHear={onChange} />
        </div>
        {problem ? (
          <p
            id="own-theme-problem"
            role="alert"
            className="flex items-start gap-1.5 font-semibold text-danger text-sm"
          >
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        ) : (
          <p id="own-theme-hint" className="text-ink-soft text-sm">
            {t("ownThemeHint")}
          </p>
        )}
      </div>
    </fieldset>
  );
}
