"use client";

import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useBrowserValue } from "@/components/ui/use-browser-value";
import { usePendingEmail } from "@/lib/account/settings-mutations";

/** Auth says in the fragment that the link of one mailbox was opened and that the other one waits. */
const readAccepted = () => new URLSearchParams(location.hash.slice(1)).has("message");

/** The new address that waits for the links in two letters. */
export function PendingEmail({ present }: { present: string }) {
  const t = useTranslations("accountPage.email");
  const { data: pending } = usePendingEmail();
  const isHalfDone = useBrowserValue(readAccepted, false);
  if (!pending) return null;
  return (
    <div role="status" className="flex gap-3 rounded-2xl bg-sea-wash px-4 py-3 text-sea-ink">
      <MailCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="wrap-anywhere min-w-0">
        <p className="font-bold">{t("waiting", { email: pending })}</p>
        <p>{isHalfDone ? t("halfDone") : t("both", { present, next: pending })}</p>
      </div>
    </div>
  );
}
