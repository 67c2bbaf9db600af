"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import { Figure } from "@/components/ui/figure";

interface CardFigureProps {
  url: string;
  name: string;
  poster: string | null;
  isStill: boolean;
}

/** A figure to turn around, and to take along for a 3D printer. */
export function CardFigure({ url, name, poster, isStill }: CardFigureProps) {
  const t = useTranslations("cardPanel");
  return (
    <div className="relative size-full bg-sea-wash">
      <Figure
        // A fresh address of the same file turns on where it was.
        key={url.split("?")[0]}
        url={url}
        poster={poster}
        label={t("figure", { name })}
        failedLabel={t("figureFailed")}
        isStill={isStill}
      />
      <a
        href={url}
        download={`${name}.glb`}
        title={t("download")}
        className={buttonVariants({
          variant: "secondary",
          size: "icon",
          className: "absolute top-3 right-3",
        })}
      >
        <Download aria-hidden="true" />
        <span className="sr-only">{t("download")}</span>
      </a>
    </div>
  );
}
