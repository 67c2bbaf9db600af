"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import { authProblem, useChangePassword } from "@/lib/account/mutations";
import { registerSchema } from "@/lib/account/schema";
import { focusFirst, readForm } from "./form-problems";
import { FormError } from "./notice";

export function ResetForm() {
  const t = useTranslations("auth");
  const tError = useTranslations("authErrors");
  const router = useRouter();
  const [isWrong, setIsWrong] = useState(false);
  const change = useChangePassword();

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, problems } = readForm(registerSchema.pick({ password: true }), event.currentTarget);
    setIsWrong(problems !== null);
    if (problems) return focusFirst(event.currentTarget, problems);
    change.mutate(data.password, {
      onSuccess: () => {
        toasts.add({ title: t("reset.done"), type: "success" });
        router.replace("/drafts");
        router.refresh();
      },
    });
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      {change.error ? <FormError>{tError(authProblem(change.error))}</FormError> : null}
      <Field
        name="password"
        label={t("reset.password")}
        hint={t("passwordHint")}
        error={isWrong ? t("problems.newPassword") : null}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" size="lg" busy={change.isPending}>
        {t("reset.action")}
      </Button>
    </form>
  );
}
