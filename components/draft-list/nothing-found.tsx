"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import type { DraftView } from "@/lib/draft-list/view";
import { showDrafts, viewNow } from "./use-draft-view";

/** None of the drafts fits. */
export function NothingFound({ view }: { view: DraftView }) {
  const t = useTranslations("draftList");
  return (
    <section className="mx-auto flex max-w-xl flex-col items-center gap-4 py-12 text-center">
      <SearchX aria-hidden="true" className="size-16 text-ink-soft" />
      <h2 className="text-2xl wrap-anywhere">
        {view.search ? t("nothingCalled", { search: view.search }) : t("nothing")}
      </h2>
      <p className="text-ink-soft text-lg">{t("nothingText")}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button onClick={() => showDrafts({ sort: viewNow().sort })}>{t("showAll")}</Button>
        <Link href="/drafts/new" className={buttonVariants({ variant: "quiet" })}>
          {t("new")}
        </Link>
      </div>
    </section>
  );
}
