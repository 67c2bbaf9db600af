"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Copy, ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Skeleton } from "@/components/ui/skeleton";
import { draftQuery } from "@/lib/drafts/queries";

/** The address of a universe that was just published, to copy or to open. Publishing may have changed it. */
export function PublishedLink({ draftId }: { draftId: string }) {
  const { data, isFetchedAfterMount } = useQuery({ ...draftQuery(draftId), refetchOnMount: "always" });
  return data && isFetchedAfterMount ? (
    <Address slug={data.slug} />
  ) : (
    <Skeleton className="h-26 rounded-2xl" />
  );
}

function Address({ slug }: { slug: string }) {
  const t = useTranslations("publish");
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  const address = `${location.origin}/u/${slug}`;

  const handleCopy = async () => {
    await navigator.clipboard.writeText(address);
    setIsCopied(true);
  };

  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="sr-only">
        {t("address")}
      </label>
      <input
        id={id}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
        className="h-12 w-full rounded-2xl border border-line bg-paper px-4 font-semibold"
      />
      <div className="grid grid-cols-2 gap-3">
        <Button variant="secondary" onClick={handleCopy}>
          {isCopied ? <Check aria-hidden="true" className="text-leaf" /> : <Copy aria-hidden="true" />}
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </Button>
        <Link href={`/u/${slug}`} target="_blank" className={buttonVariants()}>
          <ExternalLink aria-hidden="true" />
          {t("open")}
        </Link>
      </div>
    </div>
  );
}
