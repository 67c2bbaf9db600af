"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ClassLink } from "@/components/class/class-link";
import { CopyField } from "@/components/sharing/copy-field";
import { useCopyWords } from "@/components/sharing/use-copy-words";
import { buttonVariants } from "@/components/ui/button-variants";

/** The address of a universe, to copy or to open. */
export function AddressRow({ slug }: { slug: string }) {
  const t = useTranslations("publish");
  const words = useCopyWords();
  const address = `${typeof location === "undefined" ? "" : location.origin}/u/${slug}`;
  return (
    <div className="flex flex-col gap-3">
      <CopyField words={words} key={address} label={t("address")} value={address} />
      <div className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap">
        <Link href={`/u/${slug}`} target="_blank" prefetch={false} className={buttonVariants()}>
          <ExternalLink aria-hidden="true" />
          {t("open")}
        </Link>
        <ClassLink slug={slug} />
      </div>
    </div>
  );
}
