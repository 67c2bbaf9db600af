import { Compass, Sparkles } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Hills } from "@/components/brand/hills";
import { PictureFan } from "@/components/drafts/picture-fan";
import { buttonVariants } from "@/components/ui/button-variants";

/** What it is, in one look. */
export function Hero() {
  const t = useTranslations("landing");
  return (
    <section className="relative overflow-hidden">
      <div className="relative z-10 mx-auto grid max-w-7xl items-center gap-8 px-4 pt-8 pb-44 sm:px-6 sm:pb-56 lg:grid-cols-2 lg:gap-12 lg:pt-16">
        <div className="flex flex-col items-start gap-5 max-lg:items-center max-lg:text-center">
          <h1 className="text-[clamp(2.5rem,7vw,4.25rem)] leading-[1.02]">{t("title")}</h1>
          <p className="max-w-xl text-ink-soft text-lg sm:text-xl">{t("text")}</p>
          <div className="flex flex-wrap gap-3 max-lg:justify-center">
            <Link href="/drafts/new" className={buttonVariants({ size: "lg" })}>
              <Sparkles aria-hidden="true" />
              {t("start")}
            </Link>
            <Link href="/explore" className={buttonVariants({ variant: "secondary", size: "lg" })}>
              <Compass aria-hidden="true" />
              {t("explore")}
            </Link>
          </div>
        </div>
        <PictureFan
          themes={["ocean", "jungle", "space"]}
          className="order-first mx-auto w-full max-w-xl max-lg:max-w-88 lg:order-last"
        />
      </div>
      <Hills className="absolute inset-x-0 bottom-0" />
    </section>
  );
}
