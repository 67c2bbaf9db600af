import Link from "next/link";
import { useTranslations } from "next-intl";
import { PictureFan } from "@/components/drafts/picture-fan";
import { buttonVariants } from "@/components/ui/button-variants";

export function UniverseGridEmpty() {
  const t = useTranslations("explore.empty");
  return (
    <section className="mx-auto flex max-w-lg flex-col items-center gap-5 py-10 text-center">
      <PictureFan themes={["vehicles", "space", "construction"]} className="w-72" />
      <h2 className="text-3xl">{t("title")}</h2>
      <p className="text-ink-soft text-lg">{t("text")}</p>
      <Link href="/drafts/new" className={buttonVariants({ size: "lg" })}>
        {t("action")}
      </Link>
    </section>
  );
}
