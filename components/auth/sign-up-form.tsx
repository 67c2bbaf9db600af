"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { authProblem, useSignUp } from "@/lib/account/mutations";
import { registerSchema } from "@/lib/account/schema";
import { type FormProblems, focusFirst, readForm } from "./form-problems";
import { callbackUrl } from "./links";
import { FormError, MailSent } from "./notice";

export function SignUpForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const tError = useTranslations("authErrors");
  const router = useRouter();
  const [problems, setProblems] = useState<FormProblems<"email" | "password" | "name">>({});
  const signUp = useSignUp(useLocale(), () => callbackUrl(next));

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, problems } = readForm(registerSchema, event.currentTarget);
    setProblems(problems ?? {});
    if (problems) return focusFirst(event.currentTarget, problems);
    signUp.mutate(data, {
      onSuccess: (isSignedIn) => {
        if (!isSignedIn) return;
        router.replace(next as Route);
        router.refresh();
      },
    });
  };

  if (signUp.data === false) return <MailSent title={t("sent.title")} text={t("sent.confirm")} />;
  const nameProblem = problems.name && t("problems.name");
  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      {signUp.error ? <FormError>{tError(authProblem(signUp.error))}</FormError> : null}
      <Field name="name" label={t("name")} hint={t("optional")} error={nameProblem}>
        <Input autoComplete="name" maxLength={100} />
      </Field>
      <Field name="email" label={t("email")} error={problems.email && t(`problems.email.${problems.email}`)}>
        <Input type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Field
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        error={problems.password && t("problems.newPassword")}
      >
        <Input type="password" autoComplete="new-password" />
      </Field>
      <Button type="submit" size="lg" busy={signUp.isPending}>
        {t("signUp.action")}
      </Button>
    </form>
  );
}
