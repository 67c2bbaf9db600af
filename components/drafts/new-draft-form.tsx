"use client";

import { Lightbulb, Sparkles } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import type { Piece } from "@/lib/contract/jobs";
import { type Language, languagesAfter } from "@/lib/contract/languages";
import type { Style } from "@/lib/contract/styles";
import type { FirstStep } from "@/lib/drafts/mutations";
import { createDraftSchema } from "@/lib/drafts/schema";
import { Problem } from "@/lib/problem";
import { CountSlider } from "./count-slider";
import { LanguageChoice } from "./language-choice";
import { PieceChoice, studioPieces } from "./piece-choice";
import { PreflightCard } from "./preflight-card";
import { StyleChoice } from "./style-choice";
import { isShippedTheme } from "./theme";
import { ThemeChoice } from "./theme-choice";
import { useSettled } from "./use-settled";
import { useStartDraft } from "./use-start-draft";

/** The field of the form that a refusal is about; null where it is about no field of it. */
function refusedField(error: Error | null): "theme" | "name" | null {
  if (!(error instanceof Problem)) return null;
  const path = error.errors[0]?.path;
  return path === "theme" || path === "name" ? path : null;
}

/** A theme is all that must be chosen; the rest has a good answer already. Ideas come first, unless one is in a hurry. */
export function NewDraftForm() {
  const t = useTranslations("newDraft");
  const tTheme = useTranslations("themes");
  const locale = useLocale();
  const problemText = useProblemText();
  const { start, error, isBusy, going } = useStartDraft();
  const ownTheme = useRef<HTMLInputElement>(null);
  const [theme, setTheme] = useState<string>("jungle");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Language[]>(() => languagesAfter([locale]));
  const [pieces, setPieces] = useState<readonly Piece[]>(studioPieces);
  const [style, setStyle] = useState<Style>("soft");
  const [count, setCount] = useState(10);
  const plannedCount = useSettled(count);
  const [isThemeMissing, setIsThemeMissing] = useState(false);
  const suggestedName = isShippedTheme(theme) ? tTheme(theme) : theme.trim();
  const refused = refusedField(error);

  const handleTheme = (next: string) => {
    setTheme(next);
    setIsThemeMissing(false);
  };
  const begin = (first: FirstStep) => {
    if (isBusy) return;
    const parsed = createDraftSchema.safeParse({
      theme,
      name: name.trim() || undefined,
      languages: chosen,
      count,
      pieces,
      style,
    });
    setIsThemeMissing(!parsed.success);
    if (parsed.success) start(parsed.data, first);
    else ownTheme.current?.focus();
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    begin("concepts");
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-8">
      <ThemeChoice
        theme={theme}
        onChange={handleTheme}
        problem={
          isThemeMissing ? t("themeMissing") : refused === "theme" && error ? problemText(error) : null
        }
        ownRef={ownTheme}
      />
      <div className="grid gap-8 rounded-card bg-surface p-5 shadow-card sm:p-7 md:grid-cols-2">
        <Field
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          error={refused === "name" && error ? problemText(error) : null}
        >
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={100}
            placeholder={suggestedName}
            autoComplete="off"
          />
        </Field>
        <CountSlider count={count} onChange={setCount} />
        <LanguageChoice chosen={chosen} onChange={setChosen} />
        <StyleChoice style={style} onChange={setStyle} />
        <PieceChoice chosen={pieces} onChange={setPieces} />
      </div>
      <PreflightCard plan={{ count: plannedCount, pieces, languages: chosen }} />
      {error && !refused ? <FormError>{problemText(error)}</FormError> : null}
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            size="lg"
            busy={going === "concepts"}
            aria-describedby="ideas-hint"
            className="max-sm:h-auto max-sm:min-h-14 max-sm:w-full max-sm:whitespace-normal max-sm:py-3"
          >
            <Lightbulb aria-hidden="true" />
            {t("ideas")}
          </Button>
          <Button
            variant="secondary"
            size="lg"
            busy={going === "generate"}
            onClick={() => begin("generate")}
            className="max-sm:h-auto max-sm:min-h-14 max-sm:w-full max-sm:whitespace-normal max-sm:py-3"
          >
            <Sparkles aria-hidden="true" />
            {t("start")}
          </Button>
        </div>
        <p id="ideas-hint" className="text-ink-soft text-sm">
          {t("ideasHint")}
        </p>
      </div>
    </form>
  );
}
