"use client";

import { useQuery } from "@tanstack/react-query";
import { History, QrCode } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import { Skeleton } from "@/components/ui/skeleton";
import { draftQuery } from "@/lib/drafts/queries";
import { isHiddenNow } from "@/lib/reports/hiding";
import { AddressRow } from "./address-row";

/** The address of a universe that was just published, to copy or to open. Publishing may have changed it. */
export function PublishedLink({ draftId }: { draftId: string }) {
  const t = useTranslations("publish");
  const tHiding = useTranslations("hiding");
  const tSharing = useTranslations("sharing");
  const { data, isFetchedAfterMount } = useQuery({ ...draftQuery(draftId), refetchOnMount: "always" });
  if (!data || !isFetchedAfterMount) return <Skeleton className="h-26 rounded-2xl" />;
  return (
    <div className="flex flex-col gap-4">
      <AddressRow slug={data.slug} />
      <p className="text-ink-soft text-sm">
        {isHiddenNow(data) ? tHiding("text") : t(`after.${data.visibility}`)}
      </p>
      <Link
        href={`/u/${data.slug}/share` as Route}
        target="_blank"
        prefetch={false}
        className={buttonVariants({ variant: "secondary" })}
      >
        <QrCode aria-hidden="true" />
        {tSharing("open")}
      </Link>
      <Link href={`/drafts/${draftId}/releases`} className={buttonVariants({ variant: "quiet" })}>
        <History aria-hidden="true" />
        {t("releases")}
      </Link>
    </div>
  );
}
