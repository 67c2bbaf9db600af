"use client";

import { useTranslations } from "next-intl";
import type { useSignIn } from "@/lib/account/mutations";

const accounts = ["educator", "second", "support", "admin"] as const;
const password = "magikswipe-demo";

interface DemoAccountsProps {
  signIn: ReturnType<typeof useSignIn>;
  onEnter: () => void;
}

/** One tap into the accounts that the embedded stack is seeded with. */
export function DemoAccounts({ signIn, onEnter }: DemoAccountsProps) {
  const t = useTranslations("auth.demo");
  return (
    <fieldset className="flex flex-col gap-3 rounded-3xl bg-sun-wash p-4">
      <legend className="sr-only">{t("title")}</legend>
      <p aria-hidden="true" className="font-bold text-sun-ink">
        {t("title")}
      </p>
      <div className="grid grid-cols-2 gap-2">
        {accounts.map((account) => (
          <button
            key={account}
            type="button"
            disabled={signIn.isPending}
            onClick={() =>
              signIn.mutate({ email: `${account}@studio.test`, password }, { onSuccess: onEnter })
            }
            className="flex min-h-12 flex-col justify-center rounded-2xl bg-surface px-3 py-1.5 text-left shadow-card hover:brightness-98 disabled:opacity-60"
          >
            <span className="font-bold">{t(account)}</span>
            <span className="text-ink-soft text-xs wrap-anywhere">
              {account}
              <wbr />
              @studio.test
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
