"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import { useHideUniverse, useRefuseAppeal, useUnhideUniverse } from "@/lib/reports/mutations";

export type Decision = "hide" | "unhide" | "refuse";

/** What an admin is about to decide. */
export interface Question {
  decision: Decision;
  slug: string;
  name: string;
}

interface DecisionDialogProps {
  question: Question;
  onClose: () => void;
}

/** An admin decides, in words that the owner reads. */
export function DecisionDialog({ question: { decision, slug, name }, onClose }: DecisionDialogProps) {
  const t = useTranslations("staff.decide");
  const problemText = useProblemText();
  const mutations = { hide: useHideUniverse(), unhide: useUnhideUniverse(), refuse: useRefuseAppeal() };
  const { mutate, isPending, error } = mutations[decision];
  const [words, setWords] = useState("");
  const isNeeded = decision !== "unhide";
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending || (isNeeded && !words.trim())) return;
    mutate(
      { slug, words: words.trim() },
      {
        onSuccess: () => {
          toasts.add({ title: t(`${decision}.done`, { name }), type: "success" });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent
        title={t(`${decision}.title`, { name })}
        description={t(`${decision}.text`)}
        closeLabel={t("close")}
      >
        <form onSubmit={handleSubmit} className="flex flex-col gap-5">
          <Field
            name="words"
            label={t(`${decision}.label`)}
            hint={t("hint")}
            error={error ? problemText(error) : null}
          >
            <TextArea
              required={isNeeded}
              value={words}
              maxLength={1000}
              onChange={(event) => setWords(event.target.value)}
            />
          </Field>
          <Button
            type="submit"
            variant={decision === "unhide" ? "primary" : "danger"}
            busy={isPending}
            className="self-end"
          >
            {t(`${decision}.action`)}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
