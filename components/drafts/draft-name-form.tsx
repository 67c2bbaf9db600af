"use client";

import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFocusAtOnce } from "./use-focus-at-once";

interface DraftNameFormProps {
  initial: string;
  /** Why the name was refused. */
  refusal: string | null;
  onSave: (name: string) => void;
  onCancel: () => void;
}

/** Writes the name of the universe: Enter keeps it, Escape leaves it as it was. */
export function DraftNameForm({ initial, refusal, onSave, onCancel }: DraftNameFormProps) {
  const t = useTranslations("draftPage");
  const errorId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const error = isMissing ? t("nameMissing") : refusal;
  useFocusAtOnce(field);
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = field.current?.value.trim() ?? "";
    setIsMissing(!name);
    if (name) onSave(name);
  };
  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={field}
          aria-label={t("name")}
          aria-invalid={error !== null}
          aria-describedby={error ? errorId : undefined}
          defaultValue={initial}
          maxLength={100}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            onCancel();
          }}
          className="h-14 min-w-0 flex-1 basis-60 rounded-2xl border border-line-strong bg-surface px-4 font-bold font-display text-2xl sm:text-3xl"
        />
        <Button type="submit">
          <Check aria-hidden="true" />
          {t("keep")}
        </Button>
        <Button variant="quiet" size="icon" aria-label={t("cancel")} title={t("cancel")} onClick={onCancel}>
          <X aria-hidden="true" />
        </Button>
      </div>
      {error ? (
        <p id={errorId} role="alert" className="font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </form>
  );
}
