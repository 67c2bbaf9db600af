"use client";

import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";

interface SaveStateProps {
  edits: { isSaving: boolean; held: { size: number } };
}

/** Whether all that was written is kept. */
export function SaveState({ edits }: SaveStateProps) {
  const t = useTranslations("words.state");
  const held = edits.held.size;
  return (
    <span
      role="status"
      className="flex h-7 items-center gap-1.5 px-1 font-bold text-ink-soft text-sm [&_svg]:size-4"
    >
      {edits.isSaving ? (
        <>
          <LoaderCircle aria-hidden="true" className="animate-spin" />
          {t("saving")}
        </>
      ) : held > 0 ? (
        <>
          <CircleAlert aria-hidden="true" className="text-danger" />
          {t("held", { count: held })}
        </>
      ) : (
        <>
          <Check aria-hidden="true" className="text-leaf" />
          {t("saved")}
        </>
      )}
    </span>
  );
}
