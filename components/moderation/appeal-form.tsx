"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import type { Draft } from "@/lib/drafts/schema";
import { useAppealHiding } from "@/lib/reports/mutations";

/** The owner says once why the universe should be seen again. */
export function AppealForm({ draft }: { draft: Draft }) {
  const t = useTranslations("hiding");
  const problemText = useProblemText();
  const appeal = useAppealHiding(draft);
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState("");
  if (!isOpen)
    return (
      <Button variant="secondary" className="self-start" onClick={() => setIsOpen(true)}>
        <MessageCircle aria-hidden="true" />
        {t("open")}
      </Button>
    );
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !appeal.isPending) appeal.mutate(text.trim());
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-3">
      <Field
        name="appeal"
        label={t("label")}
        hint={t("hint")}
        error={appeal.error ? problemText(appeal.error) : null}
      >
        <TextArea required value={text} maxLength={2000} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={appeal.isPending}>
          {t("send")}
        </Button>
        <Button variant="quiet" onClick={() => setIsOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
