"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/auth/notice";
import { Forecast } from "@/components/drafts/forecast";
import { studioPieces } from "@/components/drafts/piece-choice";
import { type ShippedTheme, shippedThemes, themePicture } from "@/components/drafts/theme";
import type { useStartDraft } from "@/components/drafts/use-start-draft";
import { useProblemText } from "@/components/site/use-problem-text";
import { buttonVariants } from "@/components/ui/button-variants";
import { Picture } from "@/components/ui/picture";
import { languagesAfter } from "@/lib/contract/languages";

const count = 10;

/** The first visit: one tap on a theme makes the first universe. */
export function DraftListEmpty({ first }: { first: ReturnType<typeof useStartDraft> }) {
  const t = useTranslations("drafts.empty");
  const tTheme = useTranslations("themes");
  const locale = useLocale();
  const problemText = useProblemText();
  const { start, error, isPending: isBusy } = first;
  const [chosen, setChosen] = useState<ShippedTheme | null>(null);

  const handleChoose = (theme: ShippedTheme) => {
    if (isBusy) return;
    setChosen(theme);
    start({ theme, count, languages: languagesAfter([locale]), pieces: [...studioPieces] });
  };
  return (
    <section className="mx-auto flex max-w-3xl flex-col items-center gap-5 py-6 text-center">
      <h2 className="text-3xl">{t("title")}</h2>
      <p className="text-ink-soft text-lg">{t("text")}</p>
      {error ? <FormError>{problemText(error)}</FormError> : null}
      <ul data-arrow-grid className="grid w-full grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5">
        {shippedThemes.map((theme) => (
          <li key={theme}>
            <button
              type="button"
              data-arrow-stop
              aria-busy={(isBusy && chosen === theme) || undefined}
              aria-disabled={isBusy || undefined}
              onClick={() => handleChoose(theme)}
              className="flex h-full w-full flex-col gap-2 rounded-card bg-surface p-3 shadow-card transition-[translate,opacity] duration-200 hover:-translate-y-1 focus-visible:outline-offset-4 aria-disabled:opacity-50 aria-busy:-translate-y-1 aria-busy:animate-breathe aria-busy:bg-sun-wash aria-busy:opacity-100"
            >
              <Picture
                src={themePicture(theme)}
                alt=""
                loading="eager"
                width={512}
                height={512}
                className="aspect-square w-full rounded-2xl object-cover"
              />
              <span className="font-bold font-display text-lg leading-tight">{tTheme(theme)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="[&>ul]:justify-center">
        <Forecast plan={{ count, pieces: studioPieces }} />
      </div>
      <Link href="/drafts/new" className={buttonVariants({ variant: "secondary" })}>
        {t("choose")}
      </Link>
    </section>
  );
}
