import Link from "next/link";
import { useTranslations } from "next-intl";
import { LogoMark } from "@/components/brand/logo-mark";
import { buttonVariants } from "@/components/ui/button-variants";
import { isFiltered, type ShelfView, shelfAddress } from "@/lib/universes/shelf-view";

/** Nothing fits: what could be looked for instead. */
export function NothingFound({ view }: { view: ShelfView }) {
  const t = useTranslations("explore.nothing");
  const isElsewhere = view.search !== null && isFiltered(view);
  return (
    <section className="mx-auto flex max-w-lg flex-col items-center gap-4 py-10 text-center">
      <LogoMark className="size-24" />
      <h2 className="text-3xl wrap-anywhere">
        {view.search ? t("title", { search: view.search }) : t("titleFilters")}
      </h2>
      <p className="text-ink-soft text-lg">{t("text")}</p>
      <div className="flex flex-wrap justify-center gap-3">
        {isElsewhere ? (
          <Link
            href={shelfAddress(view, { language: null, theme: null, size: null })}
            prefetch={false}
            className={buttonVariants({ size: "lg" })}
          >
            {t("everywhere")}
          </Link>
        ) : null}
        <Link
          href="/explore"
          prefetch={false}
          className={buttonVariants({ size: "lg", variant: isElsewhere ? "secondary" : "primary" })}
        >
          {t("all")}
        </Link>
        <Link
          href="/drafts/new"
          prefetch={false}
          className={buttonVariants({ size: "lg", variant: "secondary" })}
        >
          {t("make")}
        </Link>
      </div>
    </section>
  );
}
