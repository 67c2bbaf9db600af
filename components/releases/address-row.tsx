"use client";

import { Check, Copy, ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ClassLink } from "@/components/class/class-link";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";

/** The address of a universe, to copy or to open. */
export function AddressRow({ slug }: { slug: string }) {
  const t = useTranslations("publish");
  const id = useId();
  // The address that was copied: another one is to be copied anew.
  const [copied, setCopied] = useState<string | null>(null);
  const address = `${typeof location === "undefined" ? "" : location.origin}/u/${slug}`;
  const isCopied = copied === address;

  const handleCopy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(address);
  };
  return (
    <div className="flex flex-col flex-wrap gap-3 sm:flex-row">
      <label htmlFor={id} className="sr-only">
        {t("address")}
      </label>
      <input
        id={id}
        readOnly
        value={address}
        suppressHydrationWarning
        onFocus={(event) => event.target.select()}
        className="h-12 w-full min-w-0 shrink-0 sm:w-auto sm:min-w-64 sm:flex-1 text-ellipsis rounded-2xl border border-line-strong bg-paper px-4 font-semibold"
      />
      <div className="grid grid-cols-2 gap-3">
        <Button variant="secondary" onClick={handleCopy}>
          {isCopied ? <Check aria-hidden="true" className="text-leaf" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </Button>
        <Link href={`/u/${slug}`} target="_blank" prefetch={false} className={buttonVariants()}>
          <ExternalLink aria-hidden="true" />
          {t("open")}
        </Link>
      </div>
      <ClassLink slug={slug} />
    </div>
  );
}
