"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type FormProblems, focusFirst, readForm } from "@/components/auth/form-problems";
import { callbackUrl } from "@/components/auth/links";
import { FormError } from "@/components/auth/notice";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import { authProblem } from "@/lib/account/mutations";
import { useReplaceEmail } from "@/lib/account/settings-mutations";
import { emailFormSchema } from "@/lib/account/settings-schema";
import { PendingEmail } from "./pending-email";

/** Another address to sign in with; letters to both make sure that it is meant. */
export function EmailForm({ email, isLinkBroken }: { email: string; isLinkBroken: boolean }) {
  const t = useTranslations("accountPage.email");
  const tAuth = useTranslations("auth");
  const tError = useTranslations("authErrors");
  const router = useRouter();
  const [wrong, setWrong] = useState<FormProblems<"email" | "current">>({});
  const [isSame, setIsSame] = useState(false);
  const replace = useReplaceEmail(email, () => callbackUrl("/account"));
  const problem = replace.error ? authProblem(replace.error) : null;
  const isRefused = problem === "invalid_credentials";
  const emailProblem = isSame ? t("same") : wrong.email ? tAuth(`problems.email.${wrong.email}`) : null;

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { data, problems } = readForm(emailFormSchema, form);
    const isPresent = data?.email.toLowerCase() === email.toLowerCase();
    setWrong(problems ?? {});
    setIsSame(isPresent);
    replace.reset();
    if (problems) return focusFirst(form, problems);
    if (isPresent) return focusFirst(form, { email: "wrong" });
    replace.mutate(data, {
      onSuccess: (isWaiting) => {
        form.reset();
        if (isWaiting) return;
        toasts.add({ title: t("done"), type: "success" });
        router.refresh();
      },
      onError: (error) =>
        focusFirst(
          form,
          authProblem(error) === "invalid_credentials" ? { current: "wrong" } : { email: "wrong" },
        ),
    });
  };

  return (
    <>
      <p className="wrap-anywhere">
        {t("present")} <strong>{email}</strong>
      </p>
      <PendingEmail present={email} />
      <form noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
        {isLinkBroken && !problem ? <FormError>{t("linkBroken")}</FormError> : null}
        {problem && !isRefused ? (
          <FormError>{problem === "email_taken" ? t("taken") : tError(problem)}</FormError>
        ) : null}
        <Field name="email" label={t("new")} error={emailProblem}>
          <Input type="email" inputMode="email" autoComplete="email" />
        </Field>
        <Field
          name="current"
          label={t("password")}
          error={isRefused ? t("refused") : wrong.current ? tAuth("problems.password.missing") : null}
        >
          <Input type="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" variant="secondary" className="self-start" busy={replace.isPending}>
          {t("action")}
        </Button>
      </form>
    </>
  );
}
