"use client";

import { CircleAlert, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import type { Language } from "@/lib/contract/languages";

interface AddIdeaProps {
  language: Language;
  /** Resolves to why it could not be added, else to null. */
  onAdd: (text: string) => Promise<Error | null>;
}

/** An idea of one's own; the field is empty again for the next one. */
export function AddIdea({ language, onAdd }: AddIdeaProps) {
  const t = useTranslations("ideas");
  const problemText = useProblemText();
  const [text, setText] = useState("");
  const [error, setError] = useState<Error | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const idea = text.trim();
    if (!idea || isBusy) return;
    setIsBusy(true);
    const refused = await onAdd(idea);
    setIsBusy(false);
    setError(refused);
    if (!refused) setText((now) => (now.trim() === idea ? "" : now));
  };
  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-1.5">
      <label htmlFor="new-idea" className="font-bold">
        {t("add")}
      </label>
      <div className="flex gap-2">
        <input
          id="new-idea"
          value={text}
          lang={language}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="done"
          placeholder={t("addExample")}
          aria-invalid={error !== null}
          aria-describedby={error ? "new-idea-problem" : undefined}
          onChange={(event) => setText(event.target.value)}
          className="h-12 w-full min-w-0 flex-1 rounded-2xl border border-line-strong bg-surface px-4 placeholder:text-ink-soft/80 focus-visible:outline-offset-1 aria-invalid:border-danger"
        />
        <Button type="submit" variant="secondary" busy={isBusy} className="h-12">
          <Plus aria-hidden="true" />
          {t("addAction")}
        </Button>
      </div>
      {error ? (
        <p
          id="new-idea-problem"
          role="alert"
          className="flex items-start gap-1.5 font-semibold text-danger text-sm"
        >
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {problemText(error)}
        </p>
      ) : null}
    </form>
  );
}
