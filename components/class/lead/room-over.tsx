"use client";

import { useTranslations } from "next-intl";
import { LogoMark } from "@/components/brand/logo-mark";
import { buttonVariants } from "@/components/ui/button-variants";

/** A room that is over, or is somebody else's. */
export function RoomOver({ slug }: { slug: string | null }) {
  const t = useTranslations("class.lead");
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-5 px-6 text-center">
      <LogoMark className="size-28 animate-sway" />
      <h1 className="text-4xl">{t("over")}</h1>
      <p className="text-ink-soft text-lg">{t("overText")}</p>
      {slug ? (
        <a href={`/class/open/${slug}`} className={buttonVariants({ size: "lg" })}>
          {t("reopen")}
        </a>
      ) : null}
      <a href="/drafts" className={buttonVariants({ variant: "secondary", size: "lg" })}>
        {t("leave")}
      </a>
    </main>
  );
}
