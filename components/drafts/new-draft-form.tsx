"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import type { Piece } from "@/lib/contract/jobs";
import { type Language, languages } from "@/lib/contract/languages";
import { createDraftSchema } from "@/lib/drafts/schema";
import { CountSlider } from "./count-slider";
import { Forecast } from "./forecast";
import { LanguageChoice } from "./language-choice";
import { PieceChoice, studioPieces } from "./piece-choice";
import { isShippedTheme } from "./theme";
import { ThemeChoice } from "./theme-choice";
import { useSettled } from "./use-settled";
import { useStartDraft } from "./use-start-draft";

/** A theme is all that must be chosen; the rest has a good answer already. */
export function NewDraftForm() {
  const t = useTranslations("newDraft");
  const tTheme = useTranslations("themes");
  const problemText = useProblemText();
  const { start, error, isBusy } = useStartDraft();
  const [theme, setTheme] = useState<string>("jungle");
  const [chosen, setChosen] = useState<readonly Language[]>(languages);
  const [pieces, setPieces] = useState<readonly Piece[]>(studioPieces);
  const [count, setCount] = useState(10);
  const plannedCount = useSettled(count);
  const [isThemeMissing, setIsThemeMissing] = useState(false);
  const suggestedName = isShippedTheme(theme) ? tTheme(theme) : theme.trim();

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const parsed = createDraftSchema.safeParse({
      theme,
      name: String(form.get("name") ?? "").trim() || undefined,
      languages: chosen,
      count,
      pieces,
    });
    setIsThemeMissing(!parsed.success);
    if (!parsed.success) return event.currentTarget.querySelector<HTMLInputElement>("#own-theme")?.focus();
    start(parsed.data);
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-8">
      <ThemeChoice theme={theme} onChange={setTheme} isMissing={isThemeMissing} />
      <div className="grid gap-8 rounded-card bg-surface p-5 shadow-card sm:p-7 md:grid-cols-2">
        <Field name="name" label={t("name")} hint={t("nameHint")}>
          <Input maxLength={100} placeholder={suggestedName} autoComplete="off" />
        </Field>
        <CountSlider count={count} onChange={setCount} />
        <LanguageChoice chosen={chosen} onChange={setChosen} />
        <PieceChoice chosen={pieces} onChange={setPieces} />
      </div>
      {error ? <FormError>{problemText(error)}</FormError> : null}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" size="lg" busy={isBusy} className="max-sm:w-full">
          <Sparkles aria-hidden="true" />
          {t("start")}
        </Button>
        <Forecast plan={{ count: plannedCount, pieces }} />
      </div>
    </form>
  );
}
