"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { focusFirst, readForm } from "@/components/auth/form-problems";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import { useRenameAccount } from "@/lib/account/settings-mutations";
import { nameFormSchema } from "@/lib/account/settings-schema";

/** The name that colleagues see. */
export function ProfileForm({ name }: { name: string }) {
  const t = useTranslations("accountPage.profile");
  const problemText = useProblemText();
  const router = useRouter();
  const [isWrong, setIsWrong] = useState(false);
  const rename = useRenameAccount();

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, problems } = readForm(nameFormSchema, event.currentTarget);
    setIsWrong(problems !== null);
    if (problems) return focusFirst(event.currentTarget, problems);
    rename.mutate(data.name, {
      onSuccess: () => {
        toasts.add({ title: t("saved"), type: "success" });
        router.refresh();
      },
    });
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      {rename.error ? <FormError>{problemText(rename.error)}</FormError> : null}
      <div className="flex flex-wrap items-start gap-3">
        <Field
          name="name"
          label={t("name")}
          hint={t("hint")}
          error={isWrong ? t("problem") : null}
          className="min-w-0 flex-1 basis-full sm:basis-56"
        >
          <Input defaultValue={name} maxLength={100} autoComplete="name" />
        </Field>
        <Button type="submit" variant="secondary" busy={rename.isPending} className="h-12 sm:mt-8">
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
