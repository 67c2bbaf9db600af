import { Presentation } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";

/** The way to a class with a published universe. */
export function ClassLink({ slug }: { slug: string }) {
  const t = useTranslations("class");
  return (
    <Link
      href={`/class/open/${slug}`}
      prefetch={false}
      title={t("linkHint")}
      className={buttonVariants({ variant: "secondary" })}
    >
      <Presentation aria-hidden="true" />
      {t("link")}
    </Link>
  );
}
