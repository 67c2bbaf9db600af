"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";

/** An address that is shown this once, to copy. */
export function ShownLink({ url, children }: { url: string; children: string }) {
  const t = useTranslations("members");
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  const handleCopy = async () => {
    await navigator.clipboard.writeText(url);
    setIsCopied(true);
  };
  return (
    <div role="status" className="flex animate-rise flex-col gap-2 rounded-2xl bg-leaf-wash p-3.5">
      <p className="text-leaf-ink text-sm">{children}</p>
      <div className="flex gap-2">
        <label htmlFor={id} className="sr-only">
          {t("address")}
        </label>
        <input
          id={id}
          readOnly
          value={url}
          onFocus={(event) => event.target.select()}
          className="h-11 min-w-0 flex-1 rounded-2xl border border-line-strong bg-surface px-3 font-semibold text-ink text-sm"
        />
        <Button variant="secondary" onClick={handleCopy}>
          {isCopied ? <Check aria-hidden="true" className="text-leaf" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </Button>
      </div>
    </div>
  );
}
