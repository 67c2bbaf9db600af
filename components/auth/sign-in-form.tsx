"use client";

import { Mail } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { authProblem, useSendMagicLink, useSignIn } from "@/lib/account/mutations";
import { signInSchema } from "@/lib/account/schema";
import { DemoAccounts } from "./demo-accounts";
import { type FormProblems, focusFirst, readForm } from "./form-problems";
import { callbackUrl } from "./links";
import { FormError, MailSent } from "./notice";

interface SignInFormProps {
  next: string;
  hasDemo: boolean;
  isLinkBroken: boolean;
}

export function SignInForm({ next, hasDemo, isLinkBroken }: SignInFormProps) {
  const t = useTranslations("auth");
  const tError = useTranslations("authErrors");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<FormProblems<"email" | "password">>({});
  const signIn = useSignIn();
  const sendLink = useSendMagicLink(() => callbackUrl(next));

  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, problems } = readForm(signInSchema, event.currentTarget);
    setProblems(problems ?? {});
    if (problems) return focusFirst(event.currentTarget, problems);
    signIn.mutate(data, { onSuccess: enter });
  };
  const enter = () => {
    router.replace(next as Route);
    router.refresh();
  };
  const handleLink = () => {
    if (!form.current) return;
    const { data, problems } = readForm(signInSchema.pick({ email: true }), form.current);
    setProblems(problems ?? {});
    if (problems) return focusFirst(form.current, problems);
    sendLink.mutate(data.email);
  };

  if (sendLink.isSuccess) return <MailSent title={t("sent.title")} text={t("sent.link")} />;
  const failure = signIn.error ?? sendLink.error;
  return (
    <>
      {hasDemo ? <DemoAccounts signIn={signIn} onEnter={enter} /> : null}
      <form ref={form} noValidate onSubmit={handleSubmit} className="flex flex-col gap-4">
        {isLinkBroken && !failure ? <FormError>{tError("link_broken")}</FormError> : null}
        {failure ? <FormError>{tError(authProblem(failure))}</FormError> : null}
        <Field
          name="email"
          label={t("email")}
          error={problems.email && t(`problems.email.${problems.email}`)}
        >
          <Input type="email" autoComplete="email" inputMode="email" />
        </Field>
        <Field
          name="password"
          label={t("password")}
          error={problems.password && t(`problems.password.${problems.password}`)}
        >
          <Input type="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" size="lg" busy={signIn.isPending}>
          {t("signIn.action")}
        </Button>
        <Button variant="secondary" onClick={handleLink} busy={sendLink.isPending}>
          <Mail aria-hidden="true" />
          {t("signIn.link")}
        </Button>
        <Link
          href="/forgot-password"
          className="inline-flex min-h-11 items-center self-center rounded-full px-3 font-semibold text-sea-ink underline underline-offset-4"
        >
          {t("signIn.forgot")}
        </Link>
      </form>
    </>
  );
}
