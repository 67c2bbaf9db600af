"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { authProblem, useSendPasswordReset } from "@/lib/account/mutations";
import { registerSchema } from "@/lib/account/schema";
import { type FormProblems, focusFirst, readForm } from "./form-problems";
import { callbackUrl } from "./links";
import { FormError, MailSent } from "./notice";

export function ForgotForm() {
  const t = useTranslations("auth");
  const tError = useTranslations("authErrors");
  const [problems, setProblems] = useState<FormProblems<"email">>({});
  const send = useSendPasswordReset(() => callbackUrl("/reset-password"));

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, problems } = readForm(registerSchema.pick({ email: true }), event.currentTarget);
    setProblems(problems ?? {});
    if (problems) return focusFirst(event.currentTarget, problems);
    send.mutate(data.email);
  };

  if (send.isSuccess) return <MailSent title={t("sent.title")} text={t("sent.reset")} />;
  return (
    <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
      {send.error ? <FormError>{tError(authProblem(send.error))}</FormError> : null}
      <Field name="email" label={t("email")} error={problems.email && t(`problems.email.${problems.email}`)}>
        <Input type="email" autoComplete="email" inputMode="email" />
      </Field>
      <Button type="submit" size="lg" busy={send.isPending}>
        {t("forgot.action")}
      </Button>
    </form>
  );
}
