"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useFocusAtOnce } from "@/components/drafts/use-focus-at-once";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import type { Language } from "@/lib/contract/languages";

interface AddCardFormProps {
  language: Language;
  onClose: () => void;
  /** Throws what the card was refused for. */
  onAdd: (text: string) => Promise<unknown>;
}

/** Writes a card by its name; stays for the next one. A name that is refused stays to be mended. */
export function AddCardForm({ language, onClose, onAdd }: AddCardFormProps) {
  const t = useTranslations("draftPage");
  const problemText = useProblemText();
  const field = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  useFocusAtOnce(field);

  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? "";
    if (!text || isBusy) return field.current?.focus();
    setIsBusy(true);
    setError(null);
    try {
      await onAdd(text);
      toasts.add({ title: t("added", { name: text }), type: "success" });
      if (field.current) field.current.value = "";
    } catch (problem) {
      setError(problemText(problem));
    } finally {
      setIsBusy(false);
      field.current?.focus();
    }
  };
  return (
    <form
      noValidate
      onSubmit={handleSubmit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
      className="flex h-full flex-col gap-3"
    >
      <Field name="concept" label={t("addName")} error={error}>
        <Input ref={field} lang={language} maxLength={100} autoComplete="off" placeholder={t("addExample")} />
      </Field>
      <div className="mt-auto flex flex-wrap gap-2">
        <Button type="submit" busy={isBusy} className="flex-1">
          <Plus aria-hidden="true" />
          {t("addAction")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t("addClose")}
        </Button>
      </div>
    </form>
  );
}
