"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type FormProblems, focusFirst, readForm } from "@/components/auth/form-problems";
import { FormError } from "@/components/auth/notice";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import { authProblem } from "@/lib/account/mutations";
import { useReplacePassword } from "@/lib/account/settings-mutations";
import { passwordFormSchema } from "@/lib/account/settings-schema";
import { ForgottenPassword } from "./forgotten-password";

/** Another password, for whoever knows the present one. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("accountPage.password");
  const tAuth = useTranslations("auth");
  const tError = useTranslations("authErrors");
  const [wrong, setWrong] = useState<FormProblems<"current" | "password">>({});
  const replace = useReplacePassword(email);
  const problem = replace.error ? authProblem(replace.error) : null;
  const isRefused = problem === "invalid_credentials";

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { data, problems } = readForm(passwordFormSchema, form);
    setWrong(problems ?? {});
    replace.reset();
    if (problems) return focusFirst(form, problems);
    replace.mutate(data, {
      onSuccess: () => {
        form.reset();
        toasts.add({ title: t("done"), description: t("doneText"), type: "success" });
      },
      onError: () => focusFirst(form, { current: "wrong" }),
    });
  };

  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      {problem && !isRefused ? <FormError>{tError(problem)}</FormError> : null}
      {/* Tells password managers whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        name="current"
        label={t("current")}
        error={isRefused ? t("refused") : wrong.current ? tAuth("problems.password.missing") : null}
      >
        <Input type="password" autoComplete="current-password" />
      </Field>
      <Field
        name="password"
        label={t("new")}
        hint={tAuth("passwordHint")}
        error={wrong.password ? tAuth("problems.newPassword") : null}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="secondary" busy={replace.isPending}>
          {t("action")}
        </Button>
        <ForgottenPassword email={email} />
      </div>
    </form>
  );
}
