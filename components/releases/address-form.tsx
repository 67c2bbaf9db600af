"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { toasts } from "@/components/ui/toast";
import type { Draft } from "@/lib/drafts/schema";
import { problemCode } from "@/lib/problem";
import { suggestSlugs, toSlug } from "@/lib/releases/address";
import { useEditUniverse } from "@/lib/releases/mutations";

/** Another address for a public universe. The one before keeps leading there. */
export function AddressForm({ draft }: { draft: Draft }) {
  const t = useTranslations("releases.address");
  const tUndo = useTranslations("releases");
  const problemText = useProblemText();
  const edit = useEditUniverse(draft.id);
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState(draft.slug);
  const slug = toSlug(typed);
  const isTaken = problemCode(edit.error) === "slug_taken";
  const error = edit.error
    ? isTaken
      ? t("taken", { slug: edit.variables?.change.slug ?? "" })
      : problemText(edit.error)
    : slug === ""
      ? t("empty")
      : null;
  const taken = isTaken ? (edit.variables?.change.slug ?? null) : null;
  const suggestions = suggestSlugs(draft, draft.languages)
    .concat(taken ? [2, 3].map((number) => `${taken}-${number}`) : [])
    .filter((one) => one !== slug && one !== taken);

  if (!isOpen)
    return (
      <Button variant="quiet" className="-my-1 -ml-3 self-start" onClick={() => setIsOpen(true)}>
        <Pencil aria-hidden="true" />
        {t("open")}
      </Button>
    );
  const type = (text: string) => {
    edit.reset();
    setTyped(toSlug(text, { isTyping: true }));
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (slug === "" || edit.isPending) return;
    if (slug === draft.slug) return setIsOpen(false);
    const before = draft.slug;
    // The form is another one at another address, so its own callbacks are not called.
    void edit.mutateAsync({ slug: before, change: { slug } }).then(
      () => {
        const toastId = toasts.add({
          title: t("done"),
          type: "success",
          actionProps: {
            children: tUndo("undo"),
            onClick: () => {
              toasts.close(toastId);
              void edit
                .mutateAsync({ slug, change: { slug: before } })
                .catch((problem: unknown) => toasts.add({ title: problemText(problem), type: "error" }));
            },
          },
        });
      },
      () => {},
    );
  };
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-3 rounded-3xl bg-sunken p-4">
      <Field name="slug" label={t("label")} hint={t("hint")} error={error}>
        <Input
          value={typed}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          onChange={(event) => type(event.target.value)}
        />
      </Field>
      {suggestions.length > 0 ? (
        <fieldset className="flex flex-wrap items-center gap-2">
          <legend className="mb-1.5 float-left mr-2 font-semibold text-ink-soft text-sm">
            {t("suggestions")}
          </legend>
          {suggestions.map((one) => (
            <Button key={one} variant="secondary" size="sm" onClick={() => type(one)}>
              {one}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <p className="text-ink-soft text-sm">{t("kept", { slug: draft.slug })}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={edit.isPending}>
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={() => setIsOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
