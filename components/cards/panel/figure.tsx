"use client";

import { Box, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";

/** A figure to take along: apps on tablets and computers turn it around, and print it. */
export function Figure({ url, name }: { url: string; name: string }) {
  const t = useTranslations("cardPanel");
  return (
    <div className="grid size-full place-content-center justify-items-center gap-4 bg-sea-wash p-6 text-center text-sea-ink">
      <Box aria-hidden="true" className="size-16" />
      <p className="max-w-72 font-semibold">{t("figure")}</p>
      <a href={url} download={`${name}.glb`} className={buttonVariants({ variant: "secondary" })}>
        <Download aria-hidden="true" />
        {t("download")}
      </a>
    </div>
  );
}
