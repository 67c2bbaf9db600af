"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { languages } from "@/lib/contract/languages";
import { useCreateDraft } from "@/lib/drafts/mutations";
import { createDraftSchema } from "@/lib/drafts/schema";
import { problemCode } from "@/lib/problem";
import { CountSlider } from "./count-slider";
import { LanguageChoice } from "./language-choice";
import { isShippedTheme } from "./theme";
import { ThemeChoice } from "./theme-choice";

/** A theme is all that must be chosen; the rest has a good answer already. */
export function NewDraftForm() {
  const t = useTranslations("newDraft");
  const tTheme = useTranslations("themes");
  const tError = useTranslations("errors");
  const router = useRouter();
  const create = useCreateDraft();
  const [theme, setTheme] = useState<string>("jungle");
  const [chosen, setChosen] = useState<readonly string[]>(languages);
  const [isThemeMissing, setIsThemeMissing] = useState(false);
  const suggestedName = isShippedTheme(theme) ? tTheme(theme) : theme.trim();

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const parsed = createDraftSchema.safeParse({
      theme,
      name: String(form.get("name") ?? "").trim() || undefined,
      languages: languages.filter((language) => chosen.includes(language)),
      count: Number(form.get("count")),
    });
    setIsThemeMissing(!parsed.success);
    if (!parsed.success) return event.currentTarget.querySelector<HTMLInputElement>("#own-theme")?.focus();
    create.mutate(parsed.data, { onSuccess: (draft) => router.push(`/drafts/${draft.id}`) });
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-8">
      <ThemeChoice theme={theme} onChange={setTheme} isMissing={isThemeMissing} />
      <div className="grid gap-8 rounded-card bg-surface p-5 shadow-card sm:p-7 md:grid-cols-2">
        <Field name="name" label={t("name")} hint={t("nameHint")}>
          <Input maxLength={100} placeholder={suggestedName} autoComplete="off" />
        </Field>
        <CountSlider />
        <LanguageChoice chosen={chosen} onChange={setChosen} />
      </div>
      {create.error ? <FormError>{tError(problemCode(create.error))}</FormError> : null}
      <Button
        type="submit"
        size="lg"
        busy={create.isPending || create.isSuccess}
        className="self-start max-sm:w-full"
      >
        <Sparkles aria-hidden="true" />
        {t("start")}
      </Button>
    </form>
  );
}
