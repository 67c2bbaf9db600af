"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

/** A figure. */
export function Figure({ url, name }: { url: string; name: string }) {
  const t = useTranslations("cardPanel");
  return (
    <a href={url} download={`${name}.glb`}>
      <Download aria-hidden="true" />
      {t("download")}
    </a>
  );
}
