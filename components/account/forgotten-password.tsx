"use client";

import { useTranslations } from "next-intl";
import { callbackUrl } from "@/components/auth/links";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import { authProblem, useSendPasswordReset } from "@/lib/account/mutations";

/** A letter with a link to choose a new password, for who does not know the present one. */
export function ForgottenPassword({ email }: { email: string }) {
  const t = useTranslations("accountPage.password");
  const tError = useTranslations("authErrors");
  const send = useSendPasswordReset(() => callbackUrl("/reset-password"));
  const handleSend = () =>
    send.mutate(email, {
      onSuccess: () => toasts.add({ title: t("sent", { email }), type: "success" }),
      onError: (error) => toasts.add({ title: tError(authProblem(error)), type: "error" }),
    });
  return (
    <Button variant="quiet" onClick={handleSend} busy={send.isPending}>
      {t("forgotten")}
    </Button>
  );
}
