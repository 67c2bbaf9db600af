"use client";

import { Sparkles } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { toasts } from "@/components/ui/toast";
import { useCreateDraft } from "@/lib/drafts/mutations";
import { PictureFan } from "./picture-fan";

/** The first visit: one tap makes the first universe. */
export function DraftListEmpty() {
  const t = useTranslations("drafts.empty");
  const problemText = useProblemText();
  const router = useRouter();
  const create = useCreateDraft();

  const handleStart = () =>
    create.mutate(
      { theme: "jungle" },
      {
        onSuccess: (draft) => router.push(`/drafts/${draft.id}`),
        onError: (error) => toasts.add({ title: problemText(error), type: "error" }),
      },
    );

  return (
    <section className="mx-auto flex max-w-xl flex-col items-center gap-5 py-8 text-center">
      <PictureFan themes={["farm", "jungle", "ocean"]} className="w-72" />
      <h2 className="text-3xl">{t("title")}</h2>
      <p className="text-ink-soft text-lg">{t("text")}</p>
      <Button size="lg" onClick={handleStart} busy={create.isPending || create.isSuccess}>
        <Sparkles aria-hidden="true" />
        {t("start")}
      </Button>
      <Link href="/drafts/new" className={buttonVariants({ variant: "quiet" })}>
        {t("choose")}
      </Link>
    </section>
  );
}
