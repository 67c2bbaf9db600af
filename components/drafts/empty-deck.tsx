import { Lightbulb } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";

/** A deck without cards, and the ways to its first ones. */
export function EmptyDeck({ draftId, canEdit }: { draftId: string; canEdit: boolean }) {
  const t = useTranslations("draftPage");
  return (
    <section className="flex flex-col items-center gap-3 rounded-card bg-surface px-5 py-8 text-center shadow-card">
      <h2 className="text-2xl">{t("empty")}</h2>
      <p className="max-w-md text-ink-soft">{t(canEdit ? "emptyText" : "emptyViewer")}</p>
      {canEdit ? (
        <>
          <Link href={`/drafts/${draftId}/ideas`} className={buttonVariants({ variant: "secondary" })}>
            <Lightbulb aria-hidden="true" />
            {t("ideas")}
          </Link>
          <p className="text-ink-soft text-sm">{t("ideasHint")}</p>
        </>
      ) : null}
    </section>
  );
}
