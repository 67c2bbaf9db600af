"use client";

import { Sparkles } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { PictureFan } from "./picture-fan";
import { studioPieces } from "./piece-choice";
import { useStartDraft } from "./use-start-draft";

/** The first visit: one tap makes the first universe. */
export function DraftListEmpty() {
  const t = useTranslations("drafts.empty");
  const problemText = useProblemText();
  const { start, error, isBusy } = useStartDraft();

  return (
    <section className="mx-auto flex max-w-xl flex-col items-center gap-5 py-8 text-center">
      <PictureFan themes={["farm", "jungle", "ocean"]} className="w-72" />
      <h2 className="text-3xl">{t("title")}</h2>
      <p className="text-ink-soft text-lg">{t("text")}</p>
      {error ? <FormError>{problemText(error)}</FormError> : null}
      <Button size="lg" onClick={() => start({ theme: "jungle", pieces: [...studioPieces] })} busy={isBusy}>
        <Sparkles aria-hidden="true" />
        {t("start")}
      </Button>
      <Link href="/drafts/new" className={buttonVariants({ variant: "quiet" })}>
        {t("choose")}
      </Link>
    </section>
  );
}
