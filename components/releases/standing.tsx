"use client";

import { EyeOff, Globe, Link2, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast";
import type { Draft } from "@/lib/drafts/schema";
import { useEditUniverse } from "@/lib/releases/mutations";
import { isHiddenNow } from "@/lib/reports/hiding";
import { AddressForm } from "./address-form";
import { AddressRow } from "./address-row";

type Visibility = Draft["visibility"];

const signs = { private: Lock, unlisted: Link2, public: Globe } as const;
const choices = ["public", "unlisted", "private"] as const satisfies readonly Visibility[];

/** Who may see what is published, where it is, and how that is changed; every change can be taken back. */
export function Standing({ draft }: { draft: Draft }) {
  const t = useTranslations("releases.standing");
  const tUndo = useTranslations("releases");
  const problemText = useProblemText();
  const edit = useEditUniverse(draft.id);
  const isMine = draft.my_role === "owner";
  const { visibility, slug } = draft;
  const isHidden = isHiddenNow(draft);
  const Sign = isHidden ? EyeOff : signs[visibility];
  const complain = (error: Error) => toasts.add({ title: problemText(error), type: "error" });

  const show = (next: Visibility) => {
    if (edit.isPending) return;
    edit.mutate(
      { slug, change: { visibility: next } },
      {
        onError: complain,
        onSuccess: ({ slug: changed }) => {
          const toastId = toasts.add({
            title: t(`done.${next}`),
            type: "success",
            actionProps: {
              children: tUndo("undo"),
              onClick: () => {
                toasts.close(toastId);
                edit.mutate({ slug: changed, change: { visibility } }, { onError: complain });
              },
            },
          });
        },
      },
    );
  };
  return (
    <section
      aria-labelledby="standing"
      className="flex flex-col gap-4 rounded-card bg-surface p-5 shadow-card sm:p-6"
    >
      <div className="flex items-start gap-4">
        <span className="grid size-12 shrink-0 place-items-center rounded-full bg-leaf-wash text-leaf-ink">
          <Sign aria-hidden="true" className="size-6" />
        </span>
        <div className="min-w-0">
          <h2 id="standing" className="text-xl">
            {t(`${isHidden ? "hidden" : visibility}.title`)}
          </h2>
          <p className="text-ink-soft">{t(`${isHidden ? "hidden" : visibility}.text`)}</p>
        </div>
      </div>
      {visibility === "private" || isHidden ? null : <AddressRow slug={slug} />}
      {isMine && visibility === "public" ? <AddressForm key={slug} draft={draft} /> : null}
      {isMine ? (
        <fieldset className="flex flex-wrap gap-2 border-line border-t pt-4">
          <legend className="sr-only">{t("change")}</legend>
          {choices
            .filter((choice) => choice !== visibility)
            .map((choice) => {
              const Icon = signs[choice];
              return (
                <Button
                  key={choice}
                  variant={choice === "private" ? "danger" : "secondary"}
                  busy={edit.isPending}
                  onClick={() => show(choice)}
                >
                  <Icon aria-hidden="true" />
                  {t(`to.${choice}`)}
                </Button>
              );
            })}
        </fieldset>
      ) : null}
    </section>
  );
}
